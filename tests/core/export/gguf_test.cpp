// Every family as a GGUF file and back, against transformers (tests/golden/families.py); tests/peers/gguf_check.py
// holds the same files against llama.cpp.
#include "core/export/gguf.h"

#include "core/base/files.h"
#include "core/export/gguf_adapter.h"
#include "core/generate/score.h"
#include "core/library/gguf/gguf_model.h"
#include "core/ops/weight_generation.h"
#include "core/source/gguf/gguf_header.h"
#include "tests/support/compare.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

// Those that llama.cpp computes in another way.
const std::map<std::string, std::string> kRefused = {
    {"llama, tied, yarn", "it has the activation gelu"},
    {"gpt2, other keys", "it has the activation relu"},
    {"gemma3", "scales its attention scores"},
    {"gemma3, caps", "has biases"},
    {"gemma2", "scales its attention scores"},
    {"qwen3, bias, windows", "has biases"},
    {"smollm3, windows", "layers without positions"},
    {"gpt_neox, one after the other", "no biases"},
    {"falcon, grouped", "biases"},
    {"falcon, one after the other", "side by side"},
};

std::unique_ptr<CausalLM> formulaModel(const Json& config) {
    auto model = initModel(parseArchitecture(config), 1, {});
    for (const auto& [name, tensor] : model->parameters()) {
        const bool isNorm = tensor.dim() == 1 && name.ends_with(".weight");
        ops::writeWeight(tensor, formulaTensor(name, tensor.sizes(), 0.25) + (isNorm ? 1 : 0));
    }
    return model;
}

} // namespace

class GgufTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_golden = readJson(FETTLE_SOURCE "/tests/golden/families.json"); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everyFamilyAnswersAsBefore_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, golden] : m_golden.at("cases").items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void everyFamilyAnswersAsBefore() {
        QFETCH(QString, name);
        const Json& golden = m_golden.at("cases").at(name.toStdString());
        const auto model = formulaModel(golden.at("config"));
        const Error error = errorOf([&] { exportGguf(*model, {}, {.out = file(), .type = "f32"}); });
        if (const auto refused = kRefused.find(name.toStdString()); refused != kRefused.end()) {
            QCOMPARE(error.kind, ErrorKind::BadModel);
            QVERIFY2(error.message.find(refused->second) != std::string::npos, error.message.c_str());
            QVERIFY(!std::filesystem::exists(file()));
            return;
        }
        QVERIFY2(error.message == "no error", error.message.c_str());

        const auto reopened = load(openGgufModel(file()));

        const auto sequences = m_golden.at("sequences").get<std::vector<std::vector<TokenId>>>();
        const at::NoGradGuard noGrad;
        const auto scores = scoreSequences(*reopened, sequences, {}, at::kFloat);
        // Where llama.cpp ignores a family's window, the file's context ends with it.
        const std::int64_t known = reopened->architecture().maxPositions - 1;
        for (std::size_t i = 0; i < scores.size(); ++i)
            COMPARE_CLOSE(scores[i].slice(0, 0, known),
                          at::tensor(golden.at("log_probs")[i].get<std::vector<double>>()).slice(0, 0, known), 1e-4);
    }

    void adaptersAreFoldedIn() {
        const auto model = tinyModel();
        const Adapter adapter = tinyAdapter(*model);

        exportGguf(*model, {{&adapter, 1.0}}, {.out = file(), .type = "f32"});

        const auto reopened = load(openGgufModel(file()));
        for (const auto& [name, tensor] : merge(*model, {{&adapter, 1.0}}, at::kFloat).tensors)
            for (const auto& [theirs, read] : reopened->parameters())
                if (theirs == name) QVERIFY2(at::equal(tensor, read), name.c_str());
    }

    void typesAreThoseThatWereAskedFor_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("ofValues");    // blk.0.attn_v, 256 columns
        QTest::addColumn<QString>("ofEmbedding"); // tied
        QTest::addColumn<int>("fileType");
        QTest::newRow("f32") << "f32"
                             << "F32"
                             << "F32" << 0;
        QTest::newRow("f16") << "f16"
                             << "F16"
                             << "F16" << 1;
        QTest::newRow("bf16") << "bf16"
                              << "BF16"
                              << "BF16" << 32;
        QTest::newRow("q8_0") << "q8_0"
                              << "Q8_0"
                              << "Q8_0" << 7;
        QTest::newRow("q4_k_m") << "q4_k_m"
                                << "Q4_K"
                                << "Q6_K" << 15;
    }
    void typesAreThoseThatWereAskedFor() {
        QFETCH(QString, type);
        QFETCH(QString, ofValues);
        QFETCH(QString, ofEmbedding);
        QFETCH(int, fileType);
        const auto model = tinyModel(tinyArchitecture({{"hidden_size", 256},
                                                       {"tie_word_embeddings", true},
                                                       {"num_attention_heads", 4},
                                                       {"num_hidden_layers", 1},
                                                       {"intermediate_size", 288}}));

        exportGguf(*model, {}, {.out = file(), .type = type.toStdString()});

        const GgufHeader header = readGgufHeader(file());
        std::map<std::string, std::string> types;
        for (const GgufTensor& tensor : header.tensors)
            types[tensor.name] = tensor.type->name;
        // The only layer is among the last eighth: 0 >= 7 * 1 / 8.
        const bool isMixed = type == "q4_k_m";
        QCOMPARE(types.at("blk.0.attn_v.weight"), isMixed ? std::string("Q6_K") : ofValues.toStdString());
        QCOMPARE(types.at("blk.0.attn_q.weight"), ofValues.toStdString());
        QCOMPARE(types.at("token_embd.weight"), ofEmbedding.toStdString());
        QCOMPARE(types.at("output_norm.weight"), std::string("F32"));
        if (isMixed) QCOMPARE(types.at("blk.0.ffn_down.weight"), std::string("Q8_0")); // 288 columns
        QCOMPARE(header.metadata.whole("general.file_type"), std::optional<std::int64_t>(fileType));
    }

    void fileThatIsThereIsRefused() {
        writeFileAtomically(file(), "mine");

        const Error error = errorOf([&] { exportGguf(*tinyModel(), {}, {.out = file()}); });

        QCOMPARE(error.kind, ErrorKind::AlreadyExists);
        QCOMPARE(readFile(file()), std::string("mine"));
    }

    void weightsBeyondFloat16AreRefused() {
        const auto model = tinyModel();
        const at::NoGradGuard noGrad;
        model->parameters().front().second.fill_(70000);

        QCOMPARE(errorOf([&] { exportGguf(*model, {}, {.out = file(), .type = "f16"}); }).kind, ErrorKind::NonFinite);
        QVERIFY(!std::filesystem::exists(file()));
        exportGguf(*model, {}, {.out = file(), .type = "bf16"});
    }

    // Of B's rows llama.cpp wants the two of a rotary pair beside each other: head 0 of eight rows has pairs (0, 4),
    // (1, 5)...
    void adaptersByThemselvesKeepTheirPairs() {
        const auto model = tinyModel();
        const Adapter adapter = tinyAdapter(
            *model, LoraConfig{.r = 4, .loraAlpha = 8, .targetModules = std::vector<std::string>{"q_proj"}});

        exportGgufAdapter(*model, adapter, 0.5, file());

        const GgufHeader header = readGgufHeader(file());
        QCOMPARE(header.metadata.text("general.type"), std::optional<std::string>("adapter"));
        QCOMPARE(header.metadata.number("adapter.lora.alpha"), std::optional<double>(4)); // half of 8
        QCOMPARE(header.tensors.size(), std::size_t{4});                                  // two layers
        const GgufTensor& B = header.tensors[1];
        QCOMPARE(B.name, std::string("blk.0.attn_q.weight.lora_b"));
        const auto* values = reinterpret_cast<const float*>(header.file->bytes().data() + header.dataStart + B.begin);
        const at::Tensor& own = adapter.slots()->linears.front().lowRank->B;
        for (const auto& [theirs, ours] : {std::pair{0, 0}, {1, 4}, {2, 1}, {3, 5}, {8, 8}, {9, 12}})
            QCOMPARE(values[theirs * 4], own[ours][0].item<float>());
    }

    void otherAdaptersAreNotWrittenByThemselves() {
        const auto model = tinyModel();
        const Adapter adapter = tinyAdapter(*model, LoraConfig{.r = 4, .useDora = true});

        QCOMPARE(errorOf([&] { exportGgufAdapter(*model, adapter, 1, file()); }).kind, ErrorKind::BadUsage);
    }

private:
    std::filesystem::path file() const { return m_folder->filePath("model.gguf").toStdString(); }
    static std::unique_ptr<CausalLM> load(const std::shared_ptr<const BaseModel>& base) {
        return loadModel(base->architecture(), TensorSource::open(base->tensors()), {.dtype = at::kFloat});
    }

    Json m_golden;
    std::unique_ptr<QTemporaryDir> m_folder;
};

FETTLE_TEST(GgufTest)
#include "gguf_test.moc"
