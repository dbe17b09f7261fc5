#include "core/source/gguf/gguf_architecture.h"

#include "core/source/gguf/gguf_tensors.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::filesystem::path kManifests = kModels / "conversion-manifests";
const std::filesystem::path kConfigs = std::filesystem::path(FETTLE_FIXTURES) / "configs";

std::string textOf(const GgufValue& value) {
    const auto asText = [](const auto& of) -> std::string {
        if constexpr (std::is_same_v<std::decay_t<decltype(of)>, std::string>) return of;
        if constexpr (std::is_arithmetic_v<std::decay_t<decltype(of)>>)
            return QString::number(static_cast<double>(of), 'g', 6).toStdString();
        return "list";
    };
    return std::visit(asText, value);
}

std::string numberText(const std::string& text) {
    bool isNumber = false;
    const double number = QString::fromStdString(text).toDouble(&isNumber);
    return isNumber ? QString::number(number, 'g', 6).toStdString() : text;
}

QStringList tensorNames(const Architecture& architecture) {
    QStringList names;
    for (const GgufModule& module : ggufModules(architecture)) {
        names << QString::fromStdString(module.name + ".weight");
        if (module.module.hasBias) names << QString::fromStdString(module.name + ".bias");
    }
    for (const GgufVector& vector : ropeVectors(architecture))
        names << QString::fromStdString(vector.name);
    names.sort();
    return names;
}

// A file with the architecture's head and rope vectors, and no numbers but those.
std::filesystem::path emptyFile(const Folder& folder, const Architecture& architecture) {
    std::vector<GgufOutline> outlines;
    std::string data;
    const auto put = [&](const std::string& name, const std::vector<std::int64_t>& shape, const void* values) {
        outlines.push_back({name, &ggmlTypeNamed("F32"), shape});
        const std::uint64_t bytes = dataBytes(outlines.back());
        data += values != nullptr ? std::string(static_cast<const char*>(values), bytes) : std::string(bytes, '\0');
        data.append(ggufPadding(bytes), '\0');
    };
    for (const GgufVector& vector : ropeVectors(architecture))
        put(vector.name, {std::ssize(vector.values)}, vector.values.data());
    for (const GgufModule& module : ggufModules(architecture)) {
        put(module.name + ".weight", weightShape(module.module), nullptr);
        if (module.module.hasBias) put(module.name + ".bias", {module.module.outFeatures}, nullptr);
    }
    return folder.write("m.gguf", ggufHead(architectureFields(architecture), outlines) + data);
}

Json smallLlama(const Json& more) {
    Json config = {{"model_type", "llama"},
                   {"vocab_size", 16},
                   {"hidden_size", 32},
                   {"intermediate_size", 24},
                   {"num_hidden_layers", 2},
                   {"num_attention_heads", 4},
                   {"num_key_value_heads", 2},
                   {"rms_norm_eps", 9.765625e-4},
                   {"max_position_embeddings", 256}};
    config.update(more);
    return config;
}

} // namespace

class GgufArchitectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What Ollama's converter wrote for the published models: every key that both write, and the tensors' names.
    void keysAndNamesAreThoseOfRealConversions_data() {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("manifest");
        QTest::newRow("llama 3") << "llama3-8B-instruct"
                                 << "Meta-Llama-3-8B-Instruct";
        QTest::newRow("qwen 2.5") << "Qwen2.5-0.5B-Instruct"
                                  << "Qwen2.5-0.5B-Instruct";
        QTest::newRow("gemma 2") << "gemma2_2b_it"
                                 << "gemma-2-2b-it";
    }
    void keysAndNamesAreThoseOfRealConversions() {
        QFETCH(QString, config);
        QFETCH(QString, manifest);
        if (!std::filesystem::exists(kManifests)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const Json expected = readJson(kManifests / (manifest.toStdString() + ".json"));
        const Architecture architecture = parseArchitecture(readJson(kConfigs / config.toStdString() / "config.json"));

        const GgufFields fields = architectureFields(architecture);

        int compared = 0;
        for (const auto& [key, value] : fields)
            if (expected.contains(key)) {
                QCOMPARE(textOf(value), numberText(expected.at(key).get<std::string>()));
                ++compared;
            }
        QVERIFY(compared >= 9);
        QStringList names;
        for (const auto& [key, hash] : expected.items())
            if (key.ends_with(".weight") || key.ends_with(".bias")) names << QString::fromStdString(key);
        names.sort();
        QCOMPARE(tensorNames(architecture), names);
    }

    void configurationsSurvive_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::newRow("plain") << QByteArray("{}");
        QTest::newRow("tied") << QByteArray(R"({"tie_word_embeddings": true})");
        QTest::newRow("wide heads, biases")
            << QByteArray(R"({"head_dim": 16, "attention_bias": true, "mlp_bias": true, "rope_theta": 500000.0})");
        QTest::newRow("linear") << QByteArray(R"({"rope_scaling": {"rope_type": "linear", "factor": 4.0}})");
        QTest::newRow("yarn") << QByteArray(
            R"({"rope_scaling": {"rope_type": "yarn", "factor": 4.0, "original_max_position_embeddings": 64}})");
        QTest::newRow("llama 3.1") << QByteArray(
            R"({"rope_theta": 500000.0, "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,)"
            R"("high_freq_factor": 4.0, "original_max_position_embeddings": 8192}})");
        QTest::newRow("granite") << QByteArray(
            R"({"model_type": "granite", "embedding_multiplier": 3.0, "logits_scaling": 2.0,)"
            R"("residual_multiplier": 0.5, "attention_multiplier": 0.25})");
        QTest::newRow("phi 3, long") << QByteArray(
            R"({"model_type": "phi3", "partial_rotary_factor": 0.75, "original_max_position_embeddings": 64,)"
            R"("rope_scaling": {"type": "longrope", "short_factor": [1.0, 1.25, 1.5], "long_factor": [2.0, 3.0, 4.5]}})");
        QTest::newRow("gemma 3") << QByteArray(
            R"({"model_type": "gemma3_text", "head_dim": 16, "query_pre_attn_scalar": 16, "num_hidden_layers": 3,)"
            R"("sliding_window": 128, "layer_types": ["full_attention", "sliding_attention", "full_attention"]})");
    }
    void configurationsSurvive() {
        QFETCH(QByteArray, more);
        const Folder folder;
        const Architecture before = parseArchitecture(smallLlama(parseJson(more.toStdString(), "more")));

        const Architecture after = parseArchitecture(configOfGguf(readGgufHeader(emptyFile(folder, before))));

        QCOMPARE(described(after), described(before));
    }

    void whatLlamaCppLacksIsRefused_data() {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("reason");
        QTest::newRow("dynamic") << QByteArray(R"({"rope_scaling": {"rope_type": "dynamic", "factor": 2.0}})")
                                 << "dynamic NTK";
        QTest::newRow("mscale")
            << QByteArray(
                   R"({"rope_scaling": {"rope_type": "yarn", "factor": 2.0, "mscale": 0.5, "mscale_all_dim": 0.7}})")
            << "YaRN";
        QTest::newRow("activation") << QByteArray(R"({"hidden_act": "gelu"})") << "gelu";
    }
    void whatLlamaCppLacksIsRefused() {
        QFETCH(QByteArray, more);
        QFETCH(QString, reason);
        const Architecture architecture = parseArchitecture(smallLlama(parseJson(more.toStdString(), "more")));

        const Error error = errorOf([&] {
            (void)ggufModules(architecture);
            (void)architectureFields(architecture);
        });

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QVERIFY2(error.facts.at("reason").find(reason.toStdString()) != std::string::npos, error.message.c_str());
    }

    // Mistral's windows mean nothing to llama.cpp: what one window holds is what it answers rightly.
    void windowsThatAreNotThereBoundTheContext() {
        const Architecture mistral = parseArchitecture(smallLlama({{"model_type", "mistral"}, {"sliding_window", 64}}));

        const GgufFields fields = architectureFields(mistral);

        QCOMPARE(textOf(fields.front().second), std::string("llama"));
        QCOMPARE(fields[1].first, std::string("llama.context_length"));
        QCOMPARE(textOf(fields[1].second), std::string("64"));
    }

    void unknownArchitecturesAndPartsAreNamed() {
        const Folder folder;
        const auto file = folder.write("m.gguf", ggufHead({{"general.architecture", std::string("clip")}}, {}));
        const auto part = folder.write(
            "p.gguf",
            ggufHead({{"general.architecture", std::string("llama")}, {"split.count", std::uint32_t{3}}}, {}));

        QVERIFY(errorOf([&] { (void)configOfGguf(readGgufHeader(file)); }).message.find("\"clip\"") !=
                std::string::npos);
        QVERIFY(errorOf([&] { (void)configOfGguf(readGgufHeader(part)); }).message.ends_with("one of 3 parts."));
    }

private:
    static QString described(const Architecture& a) {
        Json json = {{"family", a.family},
                     {"vocab", a.vocabSize},
                     {"hidden", a.hiddenSize},
                     {"context", a.maxPositions},
                     {"eps", a.normEps},
                     {"tied", a.tieWordEmbeddings},
                     {"embedding", a.embeddingScale},
                     {"logit", a.logitScale}};
        for (const Rope& rope : a.ropes)
            json["ropes"].push_back({rope.theta, rope.dims, rope.scaling.kind, rope.scaling.factor,
                                     rope.scaling.originalMaxPositions, rope.scaling.shortFactors,
                                     rope.scaling.longFactors, rope.scaling.betaFast});
        for (const LayerSpec& layer : a.layers) {
            const AttentionSpec& attention = layer.attention;
            json["layers"].push_back({attention.heads, attention.kvHeads, attention.headDim, attention.window,
                                      attention.rope.value_or(99), attention.scale, attention.softCap,
                                      attention.hasQkvBias, attention.hasOutBias, layer.mlp.width, layer.mlp.hasBias,
                                      layer.residual.scale});
        }
        return QString::fromStdString(json.dump());
    }
};

FETTLE_TEST(GgufArchitectureTest)
#include "gguf_architecture_test.moc"
