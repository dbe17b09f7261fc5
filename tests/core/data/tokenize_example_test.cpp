#include "core/base/error.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

namespace {

ChatRow conversation(const char* messages, std::int64_t completionFrom = -1) {
    return {.messages = Json::parse(messages), .completionFrom = completionFrom};
}

const ChatRow kTwoAnswers = conversation(
    R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes."},
        {"role": "user", "content": "Who?"}, {"role": "assistant", "content": "Lily."}])");

const char* const kTwoAnswersText = "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nYes.<|im_end|>\n"
                                    "<|im_start|>user\nWho?<|im_end|>\n<|im_start|>assistant\nLily.<|im_end|>\n";

TokenizedExample tokenized(Row row, const TokenizeRules& rules) {
    return tokenizeExample({.row = std::move(row), .origin = {}}, rules);
}

bool isTrainedWhole(const TokenizedExample& example) {
    const Answer row = sequenceOf(example);
    return std::count(row.trained.begin(), row.trained.end(), 1) == std::ssize(row.ids);
}

} // namespace

class TokenizeExampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void textIsClosedByEosAndTrainedWhole() {
        const auto row = sequenceOf(tokenized(TextRow{"Once upon a time"}, plainRules()));

        QCOMPARE(row.ids, idsOf("Once upon a time</s>", SpecialTokens::Add));
        QCOMPARE(row.ids.front(), 1); // BOS
        QCOMPARE(row.ids.back(), 2);  // EOS
        QVERIFY(std::count(row.trained.begin(), row.trained.end(), 1) == std::ssize(row.ids));
    }

    void eosIsNotAppendedTwice() {
        const auto row = sequenceOf(tokenized(TextRow{"Once upon a time</s>"}, plainRules()));

        QCOMPARE(row.ids, idsOf("Once upon a time</s>", SpecialTokens::Add));
    }

    void completionIsTrainedAfterThePrompt() {
        const auto row = tokenized(PromptCompletionRow{"The cat sat", " on a mat."}, plainRules());

        QCOMPARE(sequenceOf(row).ids, idsOf("The cat sat on a mat.</s>", SpecialTokens::Add));
        QCOMPARE(trainedText(row), std::string("on a mat.</s>"));
    }

    void completionStartsAfterTheCommonPrefixOfIds() {
        // "Onc" ends in other pieces than "Once" begins with: all of the word is trained, not only its last letter.
        const auto row = sequenceOf(tokenized(PromptCompletionRow{"Onc", "e"}, plainRules()));

        QCOMPARE(row.ids, (std::vector<TokenId>{1, 403, 2}));
        QCOMPARE(row.trained, (std::vector<std::uint8_t>{0, 1, 1}));
    }

    void separatorBelongsToThePrompt() {
        TokenizeRules rules = plainRules();
        rules.separator = "\n";

        const auto row = tokenized(PromptCompletionRow{"Who?", "Lily."}, rules);

        QCOMPARE(sequenceOf(row).ids, idsOf("Who?\nLily.</s>", SpecialTokens::Add));
        QCOMPARE(trainedText(row), std::string("Lily.</s>"));
    }

    void everythingTrainsThePromptToo() {
        TokenizeRules rules = plainRules();
        rules.trainOnEverything = true;

        QVERIFY(isTrainedWhole(tokenized(PromptCompletionRow{"Who?", " Lily."}, rules)));
        rules.chatTemplate = ChatTemplate::parse(kChatMl);
        QVERIFY(isTrainedWhole(tokenized(kTwoAnswers, rules)));
    }

    void plainPromptsAreNotPutIntoATemplate() {
        const auto row = sequenceOf(tokenized(PromptCompletionRow{"Who?", " Lily."}, chatRules()));

        QCOMPARE(row.ids, idsOf("Who? Lily.</s>", SpecialTokens::Add));
    }

    void onlyTheAssistantIsTrained() {
        const auto row = tokenized(kTwoAnswers, chatRules());

        QCOMPARE(sequenceOf(row).ids, idsOf(kTwoAnswersText, SpecialTokens::None));
        QCOMPARE(trainedText(row), std::string("Yes.<|im_end|>\n|Lily.<|im_end|>\n"));
    }

    void generationMarksDecideWhereTheTemplateHasThem() {
        TokenizeRules rules = plainRules();
        rules.chatTemplate = ChatTemplate::parse("{% for m in messages %}{{ m['role'] }}:\n"
                                                 "{% if m['role'] == 'assistant' %}{% generation %}{{ m['content'] }}"
                                                 "{% endgeneration %}{% else %}{{ m['content'] }}{% endif %}\n"
                                                 "!{% endfor %}");

        const auto row = tokenized(kTwoAnswers, rules);

        QCOMPARE(trainedText(row), std::string("Yes.|Lily."));
    }

    void onlyTurnsOfTheCompletionAreTrained() {
        ChatRow row = kTwoAnswers;
        row.completionFrom = 3;

        QCOMPARE(trainedText(tokenized(row, chatRules())), std::string("Lily.<|im_end|>\n"));
    }

    void systemPromptGoesInFront() {
        TokenizeRules rules = chatRules();
        rules.systemPrompt = "Be kind.";
        ChatRow withCompletion = kTwoAnswers;
        withCompletion.completionFrom = 3;

        QCOMPARE(sequenceOf(tokenized(kTwoAnswers, rules)).ids,
                 idsOf("<|im_start|>system\nBe kind.<|im_end|>\n" + std::string(kTwoAnswersText), SpecialTokens::None));
        QCOMPARE(trainedText(tokenized(withCompletion, rules)), std::string("Lily.<|im_end|>\n"));
    }

    void aSystemTurnOfTheRowStays() {
        TokenizeRules rules = chatRules();
        rules.systemPrompt = "Be kind.";

        const auto row = sequenceOf(tokenized(conversation(R"([{"role": "system", "content": "Be short."}])"), rules));

        QCOMPARE(row.ids, idsOf("<|im_start|>system\nBe short.<|im_end|>\n", SpecialTokens::None));
    }

    void instructionsAreAConversationWhereThereIsATemplate() {
        const InstructionRow row{.instruction = "Add.", .input = "1 2", .output = "3", .system = "Sums."};

        const auto result = tokenized(row, chatRules());

        QCOMPARE(sequenceOf(result).ids,
                 idsOf("<|im_start|>system\nSums.<|im_end|>\n<|im_start|>user\nAdd.\n\n1 2<|im_end|>\n"
                       "<|im_start|>assistant\n3<|im_end|>\n",
                       SpecialTokens::None));
        QCOMPARE(trainedText(result), std::string("3<|im_end|>\n"));
    }

    void instructionsArePlainTextWithoutATemplate() {
        TokenizeRules rules = plainRules();
        rules.separator = "\n";
        const InstructionRow row{.instruction = "Add.", .input = "", .output = "3", .system = {}};

        const auto result = tokenized(row, rules);

        QCOMPARE(sequenceOf(result).ids, idsOf("Add.\n3</s>", SpecialTokens::Add));
        QCOMPARE(trainedText(result), std::string("3</s>"));
    }

    void historyComesBeforeTheInstruction() {
        const InstructionRow row{.instruction = "Who?", .output = "Lily.", .history = {{"Hi", "Yes."}}};

        QCOMPARE(sequenceOf(tokenized(row, chatRules())).ids, sequenceOf(tokenized(kTwoAnswers, chatRules())).ids);
        QCOMPARE(sequenceOf(tokenized(row, plainRules())).ids,
                 idsOf("Hi\n\nYes.\n\nWho?Lily.</s>", SpecialTokens::Add));
    }

    void bothAnswersOfAPairFollowOnePrompt() {
        const auto row = tokenized(PairRow{"The cat sat", " on a mat.", " there"}, plainRules());

        QCOMPARE(row.answers.size(), std::size_t{2});
        QCOMPARE(row.prompt, idsOf("The cat sat", SpecialTokens::Add));
        QCOMPARE(sequenceOf(row, 0).ids, idsOf("The cat sat on a mat.</s>", SpecialTokens::Add));
        QCOMPARE(sequenceOf(row, 1).ids, idsOf("The cat sat there</s>", SpecialTokens::Add));
        QCOMPARE(row.answers[1].trained, std::vector<std::uint8_t>(row.answers[1].ids.size(), 1));
    }

    void aPairsAnswersStartWhereTheFirstPartsFromThePrompt() {
        // As in completionStartsAfterTheCommonPrefixOfIds: "Onc" is other pieces than "Once", whose answer begins
        // early.
        const auto row = tokenized(PairRow{"Onc", "e", " x"}, plainRules());

        QCOMPARE(row.prompt, (std::vector<TokenId>{1}));
        QCOMPARE(row.answers[0].ids, (std::vector<TokenId>{403, 2}));
        QCOMPARE(sequenceOf(row, 1).ids, idsOf("Onc x</s>", SpecialTokens::Add));
    }

    void aPairOfTurnsGoesThroughTheTemplate() {
        TokenizeRules rules = chatRules();
        rules.systemPrompt = "Be kind.";
        const ChatPairRow pair{.prompt = Json::parse(R"([{"role": "user", "content": "Hi"}])"),
                               .chosen = Json::parse(R"([{"role": "assistant", "content": "Yes."}])"),
                               .rejected = Json::parse(R"([{"role": "assistant", "content": "No"}])")};

        const auto row = tokenized(pair, rules);

        const std::string prompt = "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n"
                                   "<|im_start|>assistant\n";
        QCOMPARE(row.prompt, idsOf(prompt, SpecialTokens::None));
        QCOMPARE(sequenceOf(row, 0).ids, idsOf(prompt + "Yes.<|im_end|>\n", SpecialTokens::None));
        QCOMPARE(sequenceOf(row, 1).ids, idsOf(prompt + "No<|im_end|>\n", SpecialTokens::None));
    }

    void transcriptsAreTextWithoutATemplateAndTurnsWithOne() {
        const std::string start = "\n\nHuman: Hi\n\nAssistant:";
        const TranscriptPairRow pair{.chosen = start + " Yes.", .rejected = start + " No"};

        const auto plain = tokenized(pair, plainRules()), chat = tokenized(pair, chatRules());

        QCOMPARE(plain.prompt, idsOf(start, SpecialTokens::Add));
        QCOMPARE(sequenceOf(plain, 1).ids, idsOf(start + " No</s>", SpecialTokens::Add));
        QCOMPARE(sequenceOf(chat, 0).ids,
                 idsOf("<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\nYes.<|im_end|>\n", SpecialTokens::None));
    }

    void aConversationNeedsATemplate() {
        try {
            (void)tokenized(kTwoAnswers, plainRules());
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadTemplate);
            QVERIFY(error.hint.find("data.chat_template") != std::string::npos);
        }
    }
};

FETTLE_TEST(TokenizeExampleTest)
#include "tokenize_example_test.moc"
