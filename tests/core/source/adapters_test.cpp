// The arithmetic of adapters against what PEFT and AdapterHub wrote (tests/golden/*.json).
#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/config/run_config.h"
#include "core/source/adapters/adapter_files.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/adapters/lora.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>

using namespace fettle;
using namespace fettle::test;

namespace {

Json golden(const char* name) {
    return readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden" / name);
}

// 6 layers, 192 wide, 6 heads that share 2 of keys.
Architecture pocketArchitecture() {
    return readArchitecture(resourceFolder() / "pocket");
}

std::map<std::string, std::vector<std::int64_t>> shapesOf(const AdapterConfig& config) {
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const AdapterTensor& tensor : adapterKind(config).tensors(config, pocketArchitecture()))
        shapes[tensor.name] = tensor.shape;
    return shapes;
}

std::map<std::string, std::vector<std::int64_t>> shapesIn(const Json& golden) {
    std::map<std::string, std::vector<std::int64_t>> shapes;
    for (const auto& [name, shape] : golden.at("shapes").items())
        shapes[QString::fromStdString(name).replace(".hub.", ".fettle.").toStdString()] =
            shape.get<std::vector<std::int64_t>>();
    return shapes;
}

void addCases(const char* file, const Json& cases) {
    for (const auto& [name, value] : cases.items())
        QTest::newRow(qPrintable(QString("%1: %2").arg(file, QString::fromStdString(name))))
            << QString(file) << QString::fromStdString(name);
}

Json caseOf(const QString& file, const QString& name) {
    const Json all = golden(qPrintable(file));
    return (all.contains("cases") ? all.at("cases") : all).at(name.toStdString());
}

} // namespace

class AdaptersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAndShapesAreThoseOfTheReference_data() { addAll(); }
    void namesAndShapesAreThoseOfTheReference() {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Json golden = caseOf(file, name);
        std::set<std::string> names;
        for (const auto& [tensor, shape] : shapesIn(golden))
            names.insert(tensor);

        const AdapterConfig read = parseAdapterConfig(golden.at("config"), "adapter_config.json").config;
        const AdapterConfig fitted = adapterKind(read).fitted(read, pocketArchitecture(), names);

        QVERIFY(shapesOf(fitted) == shapesIn(golden));
        std::int64_t count = 0;
        for (const auto& [tensor, shape] : shapesIn(golden))
            count += std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
        QCOMPARE(adapterParameters(fitted, pocketArchitecture()), count);
    }

    // Every key that is written is the reference's, with its value (lists of names in any order).
    void isWrittenWithTheReferencesKeys_data() { addAll(); }
    void isWrittenWithTheReferencesKeys() {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Json config = caseOf(file, name).at("config");
        const AdapterSettings settings = parseAdapterConfig(config, "adapter_config.json");

        const Json written = adapterKind(settings.config).write(settings, pocketArchitecture());

        const QStringList resolved = {"target_modules", "exclude_modules", "feedforward_modules", "name",
                                      "model_class"};
        std::vector<std::string> keys;
        for (const auto& [key, value] : written.items())
            keys.push_back(key);
        QVERIFY(std::is_sorted(keys.begin(), keys.end()));
        for (const auto& [key, value] : written.items()) {
            if (resolved.contains(QString::fromStdString(key))) continue;
            QVERIFY2(config.contains(key), key.c_str());
            if (key != "config") QCOMPARE(value.dump(), config.at(key).dump());
        }
        const Json inside = written.value("config", Json(Json::object()));
        for (const auto& [key, value] : inside.items())
            QCOMPARE((key + value.dump()), key + config.at("config").at(key).dump());
        QVERIFY(parseAdapterConfig(written, "written").config == settings.config);
    }

    // PEFT's get_pattern_key walks the patterns in the file's order, and each is an expression for the path's end.
    void ofPatternsTheFirstThatMatchesCounts() {
        const Json config = parseJson(R"({"peft_type": "LORA", "r": 8, "lora_alpha": 8, "target_modules": ["q_proj"],
            "rank_pattern": {"layers.1.self_attn.q_proj": 2, ".*q_proj": 4, "a_later_name": 5},
            "alpha_pattern": {"z.*": 1, "self_attn.(q|k)_proj": 16, ".*": 3}})",
                                      "config");
        const auto lora = std::get<LoraConfig>(parseAdapterConfig(config, "config").config);

        QCOMPARE(loraShape(lora, "model.layers.1.self_attn.q_proj").rank, 2);
        QCOMPARE(loraShape(lora, "model.layers.0.self_attn.q_proj").rank, 4);
        QCOMPARE(loraShape(lora, "model.layers.0.self_attn.q_proj").scale, 4.0); // 16 / 4
        QCOMPARE(loraShape(lora, "model.layers.0.mlp.up_proj").scale, 3.0 / 8);
        // 6 layers of A [r, 192] and B [192, r]
        QCOMPARE(adapterParameters(lora, pocketArchitecture()), 384 * (4 + 2 + 4 + 4 + 4 + 4));
        const Json written = loraKind().write({lora, "base"}, pocketArchitecture());
        QCOMPARE(written.at("rank_pattern").dump(), config.at("rank_pattern").dump());
    }

    // An older reader, which knows no exclude_modules, is told of it only where it matters.
    void whatIsLeftOutIsWrittenOnlyWhereSomethingIs() {
        const auto written = [](const LoraConfig& lora) {
            return loraKind().write({lora, "base"}, pocketArchitecture());
        };
        const LoraConfig plain{.r = 2}, without{.r = 2, .excludeModules = "(.*)_proj"},
            layers{.layersToTransform = {5}};

        QVERIFY(!written(plain).contains("exclude_modules"));
        QVERIFY(written(plain).at("layers_to_transform").is_null());
        QCOMPARE(written(layers).at("layers_to_transform").dump(), std::string("[5]"));
        QCOMPARE(errorOf([&] { (void)written(without); }).kind, ErrorKind::BadConfig);
    }

    void aSavedModuleThatIsNotThereIsNamed() {
        const Error error = errorOf([] {
            (void)adapterParameters(LoraConfig{.modulesToSave = {"lm_head", "classifier"}}, pocketArchitecture());
        });

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(error.facts.at("module"), std::string("classifier"));
    }

    // One number is a list of one, as PEFT reads it.
    void oneLayerIsANumber() {
        const Json config = {{"peft_type", "LORA"}, {"target_modules", {"q_proj"}}, {"layers_to_transform", 2}};

        QCOMPARE(std::get<LoraConfig>(parseAdapterConfig(config, "test").config).layersToTransform,
                 (std::vector<std::int64_t>{2}));
    }

    // r and alpha doubled under rsLoRA's root of two, as PEFT's save_pretrained does (lora_options.py).
    void pissaIsStoredAsALoraOfTwiceTheRank_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("pissa") << "pissa";
        QTest::newRow("rslora") << "pissa, rslora";
    }
    void pissaIsStoredAsALoraOfTwiceTheRank() {
        QFETCH(QString, name);
        const Json all = golden("lora_options.json");
        const Json expected = all.at("converted " + name.toStdString());
        const RunConfig run = parseRunConfig({{"adapter", all.at(name.toStdString()).at("run").at("adapter")}});

        const auto stored = storedTensors(run.adapter, pocketArchitecture());

        std::map<std::string, std::vector<std::int64_t>> shapes;
        for (const AdapterTensor& tensor : stored)
            shapes[tensor.name] = tensor.shape;
        QVERIFY(shapes == shapesIn(expected));
        const Json written = loraKind().write({run.adapter, "base"}, pocketArchitecture());
        for (const char* key : {"r", "init_lora_weights", "use_rslora", "rank_pattern", "alpha_pattern"})
            QCOMPARE(written.at(key).dump(), expected.at("config").at(key).dump());
        QCOMPARE(written.at("lora_alpha").get<double>(), expected.at("config").at("lora_alpha").get<double>());
        QCOMPARE(countElements(stored), 2 * adapterParameters(run.adapter, pocketArchitecture()));
    }

    void aFeatureThatIsNotSupportedIsNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("named");
        QTest::newRow("tied saved modules") << "ia3.json"
                                            << R"({"modules_to_save": ["lm_head"], "ensure_weight_tying": true})"
                                            << "ensure_weight_tying";
        QTest::newRow("another type") << "ia3.json"
                                      << R"({"peft_type": "VERA"})"
                                      << "VERA";
        QTest::newRow("no tokens") << "prefix_tuning.json"
                                   << R"({"num_virtual_tokens": 0})"
                                   << "num_virtual_tokens";
        QTest::newRow("huge") << "prefix_tuning.json"
                              << R"({"num_virtual_tokens": 99999999999})"
                              << "num_virtual_tokens";
        QTest::newRow("a text for a number") << "prefix_tuning.json"
                                             << R"({"num_virtual_tokens": "x"})"
                                             << R"("num_virtual_tokens" is "x", which is no whole number)";
        QTest::newRow("a fraction of a token") << "prefix_tuning.json"
                                               << R"({"num_virtual_tokens": 8.5})"
                                               << R"("num_virtual_tokens" is 8.5, which is no whole number)";
        QTest::newRow("wrong type") << "ia3.json"
                                    << R"({"target_modules": 3})"
                                    << "wrong type";
        QTest::newRow("before the norm") << "bottleneck.json"
                                         << R"({"config": {"original_ln_before": true}})"
                                         << "original_ln_before";
        QTest::newRow("left out") << "bottleneck.json"
                                  << R"({"config": {"leave_out": [1]}})"
                                  << "leave_out";
        QTest::newRow("learned scale") << "bottleneck.json"
                                       << R"({"config": {"scaling": "learned"}})"
                                       << "scaling";
        QTest::newRow("factors by layer") << "bottleneck.json"
                                          << R"({"config": {"reduction_factor": {"0": 2}}})"
                                          << "reduction_factor";
        QTest::newRow("function") << "bottleneck.json"
                                  << R"({"config": {"non_linearity": "tanh"}})"
                                  << "tanh";
    }
    // nlohmann would make 8 of 8.5, and anything of 1e300.
    void ranksAreWhole() {
        for (const char* json : {R"({"r": 8.5})", R"({"r": 1e300})", R"({"r": true})",
                                 R"({"rank_pattern": {"q_proj": 4.5}})", R"({"rank_pattern": {"q_proj": null}})"}) {
            Json config = parseJson(json, "test");
            config["peft_type"] = "LORA";
            const Error error = errorOf([&] { (void)parseAdapterConfig(config, "adapter_config.json"); });

            QCOMPARE(error.kind, ErrorKind::BadAdapter);
            QVERIFY2(error.message.find("no whole number") != std::string::npos, error.message.c_str());
        }
    }

    void aFeatureThatIsNotSupportedIsNamed() {
        QFETCH(QString, file);
        QFETCH(QString, change);
        QFETCH(QString, named);
        Json config = golden(qPrintable(file)).at("cases").front().at("config");
        config.merge_patch(parseJson(change.toStdString(), "change"));

        const Error error = errorOf([&] { (void)parseAdapterConfig(config, "adapter_config.json"); });

        QCOMPARE(error.kind, ErrorKind::BadAdapter);
        QVERIFY2(QString::fromStdString(error.message).contains(named), error.message.c_str());
    }

    void prefixOfLayersThatDifferIsRefused() {
        Architecture mixed = pocketArchitecture();
        mixed.layers.back().attention.kvHeads = 3; // 2 in the others

        QCOMPARE(errorOf([&] { (void)adapterParameters(PrefixTuningConfig{}, mixed); }).kind, ErrorKind::BadAdapter);
    }

    // max(1, 192 // factor) wide: 6 layers, two places, 192 b + b + b 192 + 192 each.
    void aBottleneckIsNeverNarrowerThanOne() {
        QCOMPARE(adapterParameters(BottleneckConfig{.reductionFactor = 24}, pocketArchitecture()),
                 12 * (2 * 192 * 8 + 8 + 192));
        QCOMPARE(adapterParameters(BottleneckConfig{.reductionFactor = 1e9}, pocketArchitecture()),
                 12 * (2 * 192 + 1 + 192));
    }

private:
    static void addAll() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        addCases("peft_adapter.json", golden("peft_adapter.json"));
        for (const char* file : {"prefix_tuning.json", "ia3.json", "bottleneck.json", "modules_to_save.json"})
            addCases(file, golden(file).at("cases"));
    }
};

FETTLE_TEST(AdaptersTest)
#include "adapters_test.moc"
