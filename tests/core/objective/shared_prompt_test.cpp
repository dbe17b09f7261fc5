#include "core/objective/objective.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Answer answer(std::vector<TokenId> ids) {
    const std::vector<std::uint8_t> trained(ids.size(), 1);
    return {.ids = std::move(ids), .trained = trained};
}

const std::vector<TokenId> kPrompt = {1, 5, 9, 30};
const std::vector<TokenId> kChosen = {7, 12, 2}, kRejected = {44, 3};

BatchLogProbs judged(const CausalLM& model, const TokenizedExample& row, PromptTargets prompts) {
    const MicroBatch batch{.rows = {&row, 1}, .pieces = {{.end = tokenCount(row)}}};
    return batchLogProbs({.promptTargets = prompts}, {.model = model, .adapters = {}}, batch);
}

TokenizedExample alone(const std::vector<TokenId>& ids) {
    return {.prompt = kPrompt, .answers = {answer(ids)}};
}

} // namespace

class SharedPromptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersToOnePromptAreJudgedAsIfAlone() {
        const auto model = tinyModel();
        const TokenizedExample pair{.prompt = kPrompt, .answers = {answer(kChosen), answer(kRejected)}};

        const at::Tensor both = judged(*model, pair, PromptTargets::None).answers.logProb_T;
        const at::Tensor first = judged(*model, alone(kChosen), PromptTargets::None).answers.logProb_T;
        const at::Tensor second = judged(*model, alone(kRejected), PromptTargets::None).answers.logProb_T;

        QCOMPARE(both.size(0), 5); // the prompt's last token predicts the first of each
        QVERIFY((both - at::cat({first, second})).abs().max().item<double>() < 1e-5);
    }

    void aPromptsTokensAreTargetsOnceWhereAskedFor() {
        const auto model = tinyModel();
        const TokenizedExample pair{.prompt = kPrompt, .answers = {answer(kChosen), answer(kRejected)}};

        const BatchLogProbs probs = judged(*model, pair, PromptTargets::All);

        QCOMPARE(probs.prompts.logProb_T.size(0), 3);
        QVERIFY(at::equal(probs.answers.owner_T, at::tensor({0, 0, 0, 1, 1}, at::kLong)));
    }

    void anAnswerWithoutAPromptHasNoFirstTarget() {
        const auto model = tinyModel();
        const TokenizedExample pair{.answers = {answer(kChosen), answer(kRejected)}};

        QCOMPARE(judged(*model, pair, PromptTargets::All).answers.logProb_T.size(0), 3); // 2 of 3 and 1 of 2
    }
};

FETTLE_TEST(SharedPromptTest)
#include "shared_prompt_test.moc"
