// Twenty steps on a chat template whose tokens the base lacks, against TRL and PEFT (tests/golden/added_tokens.py).
#include "core/adapter/merge.h"
#include "core/base/files.h"
#include "core/plan/inputs.h"
#include "core/source/adapters/lora.h"
#include "core/weights/model_folder.h"
#include "tests/support/compare.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

#include <limits>

using namespace fettle;
using namespace fettle::test;

namespace {

// The pocket model with a head of its own.
void writeUntied(const std::filesystem::path& folder) {
    const auto pocket = loadPocket();
    Architecture architecture = pocket->architecture();
    architecture.tieWordEmbeddings = false;
    NamedTensors tensors = pocket->parameters();
    tensors.emplace_back("lm_head.weight", formulaTensor("lm_head.weight", {2048, 192}, 0.1));
    writeModelFolder(folder, architecture, tensors, at::kFloat, std::numeric_limits<std::int64_t>::max(),
                     [](const auto& made) { readTextSide(*BaseModel::open("pocket")).files.writeTo(made); });
}

// LoRA by the formula, the rows of the new tokens as the base has them; with the tokenizer that it goes with.
void writeStart(const std::filesystem::path& folder, const RunInputs& inputs) {
    const auto model = loadModel(inputs.architecture, TensorSource::open(inputs.base->tensors()), {});
    const LoraConfig lora{.r = 4, .loraAlpha = 8, .loraDropout = 0, .trainableTokenIndices = {2048, 2049, 2050}};
    NamedTensors tensors = Adapter::make(lora, *model, 0).tensors();
    for (auto& [name, tensor] : tensors)
        if (name.find(".lora_") != std::string::npos) tensor = formulaTensor(name, tensor.sizes(), 0.05);
    Adapter::of(lora, *model, tensors).save(folder, "base");
    inputs.text.files.writeOwnTo(folder);
}

double relativeGap(const Json& actual, const Json& expected) {
    return std::abs(actual.get<double>() - expected.get<double>()) / std::abs(expected.get<double>());
}

} // namespace

class GoldenAddedTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossAndGradientNormOfEachStep_data() { addCases(); }
    void lossAndGradientNormOfEachStep() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const TempRun run;
        run.configure(configOf(name, run));

        const RunHistory history = run.train();

        QCOMPARE(history.steps.size(), golden.at("loss").size());
        for (std::size_t i = 0; i < history.steps.size(); ++i) {
            const double loss = relativeGap(history.steps[i].at("loss"), golden.at("loss").at(i));
            const double norm = relativeGap(history.steps[i].at("grad_norm"), golden.at("grad_norm").at(i));
            QVERIFY2(loss < 1e-4, qPrintable(QString("step %1: loss off by %2").arg(i + 1).arg(loss)));
            QVERIFY2(norm < 1e-3, qPrintable(QString("step %1: norm off by %2").arg(i + 1).arg(norm)));
        }
        QVERIFY(relativeGap(history.evaluations.back().at("eval_loss"), golden.at("eval_loss")) < 1e-4);
    }

    // transformers after resize_token_embeddings, and PEFT on it.
    void logProbabilitiesOfTheStart_data() { addCases(); }
    void logProbabilitiesOfTheStart() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at(name.toStdString());
        const TempRun run;
        const RunConfig config = parseRunConfig(configOf(name, run));
        const RunInputs inputs = readInputs(config);
        const auto model = loadModel(inputs.architecture, TensorSource::open(inputs.base->tensors()), {});
        AdapterSet adapters;
        if (const auto folder = initFromOf(config.adapter)) adapters = used(Adapter::load(*folder, *model));
        const auto ids = golden.at("ids").get<std::vector<std::int32_t>>();

        const at::Tensor rows = logitsOf(*model, {ids}, adapters).slice(0, 0, -1).to(at::kDouble).log_softmax(-1);

        const at::Tensor next = at::tensor(std::vector<std::int64_t>(ids.begin() + 1, ids.end())).unsqueeze(1);
        COMPARE_CLOSE(rows.gather(1, next).squeeze(1),
                      at::tensor(golden.at("logprobs").get<std::vector<double>>(), at::kDouble), 1e-4);
    }

private:
    static void addCases() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"tied", "untied", "full"})
            QTest::newRow(name) << name;
    }

    Json configOf(const QString& name, const TempRun& run) const {
        const Json& golden = m_golden.at(name.toStdString());
        const Json& rows = golden.at("rows");
        const auto evaluated = golden.at("eval_rows").get<std::ptrdiff_t>();
        Json config = golden.at("run");
        config["model"] = {{"path", "pocket"}, {"dtype", "float32"}};
        if (name == "untied") {
            writeUntied(run.path() / "base");
            config["model"]["path"] = (run.path() / "base").string();
        }
        config["precision"] = {{"compute", "float32"}};
        config["data"]["chat_template"] = "llama3";
        config["data"]["train"] = Json::array({{{"path", run.writeRows("train.jsonl", rows)}}});
        config["data"]["validation"] = Json::array(
            {{{"path", run.writeRows("validation.jsonl", std::vector<Json>(rows.begin(), rows.begin() + evaluated))}}});
        config["data"]["shuffle"] = false;
        config["checkpoint"] = {{"every_steps", -1}, {"keep_best", false}};
        if (name == "full") return config;
        config["adapter"] = {{"kind", "none"}}; // of what it starts from, only the text side counts
        writeStart(run.path() / "start", readInputs(parseRunConfig(config)));
        config["adapter"] = {{"kind", "lora"}, {"init_from", (run.path() / "start").string()}};
        return config;
    }

    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/added_tokens.json");
};

FETTLE_TEST(GoldenAddedTokensTest)
#include "golden_added_tokens_test.moc"
