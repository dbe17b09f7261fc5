#include "core/text/extend_tokenizer.h"

#include "core/base/resources.h"
#include "core/text/bundled_templates.h"
#include "core/text/chat_template.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

TokenizerFiles filesOf(const Json& tokenizer, const Json& config) {
    return {"test", {{"tokenizer.json", tokenizer.dump()}, {"tokenizer_config.json", config.dump()}}};
}

// a b c with the ids 0 1 2, of which c is no token that is looked for in a text.
TokenizerFiles letters() {
    return filesOf({{"model", {{"type", "BPE"}, {"vocab", {{"a", 0}, {"b", 1}, {"c", 2}}}, {"merges", Json::array()}}},
                    {"added_tokens", {{{"id", 3}, {"content", "<s>"}, {"special", true}}}}},
                   {{"eos_token", "<s>"}});
}

} // namespace

class ExtendTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newTokensGetTheNextIds() {
        const TokenizerFiles files = letters();
        const auto before = Tokenizer::load(files);

        const auto after = Tokenizer::load(withSpecialTokens(files, *before, {"<|x|>", "<|y|>"}));

        QCOMPARE(after->size(), std::int64_t{6});
        QCOMPARE(after->encode("a<|y|>b<|x|>", SpecialTokens::None).ids, (std::vector<TokenId>{0, 5, 1, 4}));
        QVERIFY(after->isSpecial(4) && after->isSpecial(5));
        QCOMPARE(after->decode(std::vector<TokenId>{0, 5, 1}, SpecialText::Skip), std::string("a b")); // no decoder
    }

    void aPieceOfTheVocabularyKeepsItsId() {
        const TokenizerFiles files = letters();

        const auto after = Tokenizer::load(withSpecialTokens(files, *Tokenizer::load(files), {"c", "<|x|>"}));

        QCOMPARE(after->size(), std::int64_t{5});
        QVERIFY(after->isSpecial(2));
        QCOMPARE(after->encode("c<|x|>", SpecialTokens::None).ids, (std::vector<TokenId>{2, 4}));
    }

    void theEndOfASequenceIsAnother() {
        const TokenizerFiles files = letters();
        const TokenizerFiles more = withSpecialTokens(files, *Tokenizer::load(files), {"<|end|>"});

        QCOMPARE(Tokenizer::load(withEosToken(more, "<|end|>"))->eosId(), std::optional<TokenId>(4));
    }

    // A model whose tokenizer is a SentencePiece file alone.
    void withoutATokenizerJsonTheSettingsDeclareThem() {
        TokenizerFiles pocket = TokenizerFiles::of(resourceFolder() / "pocket");
        std::map<std::string, std::string> contents = pocket.contents();
        contents.erase("tokenizer.json");
        const TokenizerFiles files("pocket", contents);
        const auto before = Tokenizer::load(files);

        const auto after = Tokenizer::load(withSpecialTokens(files, *before, {"<|x|>"}));

        QCOMPARE(after->size(), before->size() + 1);
        QCOMPARE(after->encode("<|x|>", SpecialTokens::None).ids.back(), static_cast<TokenId>(before->size()));
    }

    // Each bundled template says where the assistant speaks, its end of turn included, and nothing in front of it.
    void bundledTemplatesMarkTheAnswerAndItsEnd_data() {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("text");
        QTest::newRow("chatml") << std::string("chatml")
                                << std::string("<|im_start|>system\nS<|im_end|>\n<|im_start|>user\nQ<|im_end|>\n"
                                               "<|im_start|>assistant\n[A<|im_end|>]\n");
        QTest::newRow("llama3") << std::string("llama3")
                                << std::string("<s><|start_header_id|>system<|end_header_id|>\n\nS<|eot_id|>"
                                               "<|start_header_id|>user<|end_header_id|>\n\nQ<|eot_id|>"
                                               "<|start_header_id|>assistant<|end_header_id|>\n\n[A<|eot_id|>]");
        QTest::newRow("phi3") << std::string("phi3")
                              << std::string("<|system|>\nS<|end|>\n<|user|>\nQ<|end|>\n<|assistant|>\n[A<|end|>]\n");
        QTest::newRow("zephyr") << std::string("zephyr")
                                << std::string("<|system|>\nS</s>\n<|user|>\nQ</s>\n<|assistant|>\n[A</s>]\n");
    }
    void bundledTemplatesMarkTheAnswerAndItsEnd() {
        QFETCH(std::string, name);
        QFETCH(std::string, text);
        const ChatTemplate chatTemplate = ChatTemplate::parse(sourceOf(*bundledTemplate(name)));
        const Json special = {{"bos_token", "<s>"}, {"eos_token", "</s>"}};
        ChatRequest request{.messages = {{{"role", "system"}, {"content", "S"}},
                                         {{"role", "user"}, {"content", "Q"}},
                                         {{"role", "assistant"}, {"content", "A"}}}};

        RenderedChat chat = chatTemplate.render(request, special);

        QCOMPARE(chat.assistantSpans.size(), std::size_t{1});
        chat.text.insert(static_cast<std::size_t>(chat.assistantSpans.front().end), "]");
        chat.text.insert(static_cast<std::size_t>(chat.assistantSpans.front().begin), "[");
        QCOMPARE(chat.text, text);
        request.messages.erase(2);
        request.addGenerationPrompt = true;
        QVERIFY(text.starts_with(chatTemplate.renderText(request, special) + "["));
    }
};

FETTLE_TEST(ExtendTokenizerTest)
#include "extend_tokenizer_test.moc"
