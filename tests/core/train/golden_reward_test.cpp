// What a run of reward leaves behind scores texts as transformers does after TRL's run (tests/golden/reward.py).
#include "core/base/files.h"
#include "core/generate/score.h"
#include "tests/support/golden_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::vector<std::vector<TokenId>> idsOf(const Json& texts) {
    const auto tokenizer = BaseModel::open("pocket")->tokenizer();
    std::vector<std::vector<TokenId>> all;
    for (const Json& text : texts)
        all.push_back(tokenizer->encode(text.get<std::string>(), SpecialTokens::Add).ids);
    return all;
}

std::vector<double> scoresOfResult(const RunFolder& folder, const Json& texts) {
    const bool isFull = std::filesystem::exists(folder.modelFolder());
    const std::filesystem::path saved = folder.modelFolder();
    const auto model = isFull
                           ? loadModel(readArchitecture(saved), TensorSource::openFolder(saved), {.dtype = at::kFloat})
                           : loadPocketScorer();
    AdapterSet adapters;
    if (!isFull) adapters = {{.slots = Adapter::load(folder.adapterFolder(), *model).slots()}};
    return rewardsOf(*model, idsOf(texts), adapters, at::kFloat);
}

} // namespace

class GoldenRewardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theResultScoresAsTransformers_data() {
        QTest::addColumn<std::string>("name");
        QTest::newRow("an adapter with its score") << std::string("lora");
        QTest::newRow("a folder of its own") << std::string("full");
    }
    void theResultScoresAsTransformers() {
        QFETCH(std::string, name);
        const Json golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/reward.json").at(name);
        const TempRun run;
        Json config = configOfGolden(golden, run);
        config["evaluation"] = {{"every_steps", -1}};
        run.configure(config);

        (void)run.train();

        const std::vector<double> scores = scoresOfResult(run.folder(), golden.at("texts"));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double expected = golden.at("scores").at(i);
            QVERIFY2(std::abs(scores[i] - expected) <= 1e-3 * std::max(1.0, std::abs(expected)),
                     qPrintable(QString("%1 instead of %2").arg(scores[i]).arg(expected)));
        }
    }
};

FETTLE_TEST(GoldenRewardTest)
#include "golden_reward_test.moc"
