#include "core/source/modules.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Architecture llama(const Json& keys = Json::object()) {
    Json config = {{"model_type", "llama"}};
    config.update(keys);
    return parseArchitecture(config);
}

AttentionSpec attentionOf(const Architecture& architecture) {
    return architecture.layers.front().attention;
}

std::vector<std::int64_t> windowsOf(const Architecture& architecture) {
    std::vector<std::int64_t> windows;
    for (const LayerSpec& layer : architecture.layers)
        windows.push_back(layer.attention.window);
    return windows;
}

Error refusal(const Json& keys) {
    return errorOf([&] { (void)llama(keys); });
}

} // namespace

// config.json of the Llama family; defaults from transformers 5.23 configuration_llama.py and configuration_mistral.py.
class ArchitectureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void absentKeysMeanTheFamilysDefaults() {
        const Architecture a = llama();

        QCOMPARE(a.vocabSize, std::int64_t{32000});
        QCOMPARE(a.hiddenSize, std::int64_t{4096});
        QCOMPARE(a.layers.size(), std::size_t{32});
        const auto& [attention, mlp, norms, residual] = a.layers.front();
        QCOMPARE(mlp.width, std::int64_t{11008});
        QCOMPARE(attention.heads, std::int64_t{32});
        QCOMPARE(attention.kvHeads, std::int64_t{32});
        QCOMPARE(attention.headDim, std::int64_t{128});
        QCOMPARE(a.maxPositions, std::int64_t{2048});
        QCOMPARE(a.normEps, 1e-6);
        QCOMPARE(a.ropes.at(0).theta, 10000.0);
        QCOMPARE(attention.window, std::int64_t{0});
        QCOMPARE(norms, std::int64_t{2});
        QVERIFY(!a.tieWordEmbeddings && !attention.hasQkvBias && !attention.hasOutBias && !mlp.hasBias);
        QVERIFY(!residual.isParallel && residual.scale == 1 && a.logitScale == 1);
    }

    // Keys that say nothing mean what each family's own class says.
    void youngerFamiliesHaveTheirOwn() {
        const auto parsed = [](const char* type) { return parseArchitecture({{"model_type", type}}); };
        const Architecture qwen3 = parsed("qwen3"), gemma2 = parsed("gemma2"), smol = parsed("smollm3");
        QCOMPARE(attentionOf(qwen3).headDim, std::int64_t{128});
        QVERIFY(attentionOf(qwen3).hasQkNorm && !attentionOf(qwen3).hasQkvBias);
        QCOMPARE(gemma2.layers[0].attention.window, std::int64_t{4096});
        QCOMPARE(gemma2.layers[1].attention.window, std::int64_t{0});
        QCOMPARE(gemma2.finalSoftCap, 30.0);
        QVERIFY(smol.layers[2].attention.rope && !smol.layers[3].attention.rope);
        QCOMPARE(smol.ropes.at(0).theta, 2e6);
        QCOMPARE(parsed("gpt_neox").ropes.at(0).dims, std::int64_t{24}); // a quarter of 96
        QCOMPARE(attentionOf(parsed("falcon")).kvHeads, std::int64_t{1});
        QCOMPARE(parsed("falcon").layers[0].norms, std::int64_t{1});
        QCOMPARE(parsed("phi3").normEps, 1e-5);
        QVERIFY(parsed("gemma").tieWordEmbeddings && parsed("falcon").tieWordEmbeddings);
    }

    void longRopeNeedsADivisorForEachPair() {
        const auto error = [](const Json& scaling) {
            return errorOf([&] {
                (void)parseArchitecture({{"model_type", "phi3"},
                                         {"hidden_size", 32},
                                         {"num_attention_heads", 4},
                                         {"rope_scaling", scaling}});
            });
        };
        const Json four = {1, 1, 1, 1};
        QCOMPARE(error({{"type", "su"}, {"short_factor", four}, {"long_factor", {1, 1}}}).facts.at("key"),
                 std::string("rope_scaling.long_factor"));
    }

    void mistralHasItsOwn() {
        const Architecture a = parseArchitecture({{"model_type", "mistral"}});

        QCOMPARE(attentionOf(a).kvHeads, std::int64_t{8});
        QCOMPARE(a.layers.front().mlp.width, std::int64_t{14336});
        QCOMPARE(attentionOf(a).window, std::int64_t{4096});
        QCOMPARE(a.maxPositions, std::int64_t{4096 * 32});
        QCOMPARE(attentionOf(parseArchitecture({{"model_type", "mistral"}, {"sliding_window", nullptr}})).window,
                 std::int64_t{0});
    }

    void nullIsAbsent() {
        QCOMPARE(attentionOf(llama({{"num_key_value_heads", nullptr}, {"num_attention_heads", 8}})).kvHeads,
                 std::int64_t{8});
        QCOMPARE(llama({{"rope_scaling", nullptr}}).ropes.at(0).scaling.kind, std::string("default"));
        QCOMPARE(attentionOf(llama({{"head_dim", nullptr}})).headDim, std::int64_t{128});
    }

    void theHeadSizeMayBeItsOwn() {
        const Architecture a = llama({{"hidden_size", 5120}, {"head_dim", 128}}); // Mistral-Nemo's

        QCOMPARE(attentionOf(a).headDim, std::int64_t{128});
        QCOMPARE(modulesOf(a).at(1).outFeatures, std::int64_t{4096});
    }

    void architecturesNameTheFamilyToo() {
        QCOMPARE(parseArchitecture({{"architectures", {"LlamaForCausalLM"}}}).family, std::string("llama"));
        QCOMPARE(parseArchitecture({{"architectures", {"MistralForCausalLM"}}}).family, std::string("mistral"));
    }

    void oldScalingIsRead_data() { scalings(); }
    void oldScalingIsRead() {
        QFETCH(QString, scaling);
        compareScaling(
            llama({{"rope_theta", 500000.0}, {"rope_scaling", parseJson(scaling.toStdString(), "scaling")}}));
    }

    void newScalingIsRead_data() { scalings(); }
    void newScalingIsRead() {
        QFETCH(QString, scaling);
        Json parameters = parseJson(scaling.toStdString(), "scaling");
        parameters["rope_theta"] = 500000.0;
        compareScaling(llama({{"rope_parameters", parameters}}));
    }

    void unknownScalingIsRefused() {
        for (const char* kind : {"longrope", "su", "magic"})
            QCOMPARE(refusal({{"rope_scaling", {{"rope_type", kind}, {"factor", 2}}}}).kind, ErrorKind::BadModel);
    }

    void endIdsAreOneOrSeveral() {
        QCOMPARE(llama({{"eos_token_id", 2}}).eosTokenIds, (std::vector<std::int64_t>{2}));
        QCOMPARE(llama({{"eos_token_id", {128001, 128009}}}).eosTokenIds, (std::vector<std::int64_t>{128001, 128009}));
        QCOMPARE(llama({{"eos_token_id", nullptr}}).eosTokenIds.size(), std::size_t{0});
        QCOMPARE(llama({{"bos_token_id", 1}}).bosTokenId, std::optional<std::int64_t>(1));
    }

    void theNumberFormatHasTwoNames() {
        QCOMPARE(llama({{"torch_dtype", "bfloat16"}}).dtype, std::string("bfloat16"));
        QCOMPARE(llama({{"dtype", "float16"}, {"torch_dtype", "float32"}}).dtype, std::string("float16"));
    }

    // A key counts only in the families whose class reads it: Llama's reads none of windows.
    void aWindowIsNoKeyOfLlama() {
        const Architecture a = llama({{"num_hidden_layers", 2},
                                      {"sliding_window", 512},
                                      {"layer_types", {"sliding_attention", "full_attention"}}});

        QCOMPARE(a.layers[0].attention.window, std::int64_t{0});
    }

    void qwen2HasBiasesAndAWindowOnlyWhereSwitchedOn() {
        Json keys = {
            {"model_type", "qwen2"}, {"num_hidden_layers", 3}, {"sliding_window", 8}, {"max_window_layers", 2}};

        const Architecture off = parseArchitecture(keys);
        keys["use_sliding_window"] = true;
        const Architecture on = parseArchitecture(keys);
        keys["layer_types"] = {"sliding_attention", "full_attention", "full_attention"};
        const Architecture typed = parseArchitecture(keys);

        QVERIFY(attentionOf(off).hasQkvBias && !attentionOf(off).hasOutBias);
        QCOMPARE(windowsOf(off), (std::vector<std::int64_t>{0, 0, 0}));
        QCOMPARE(windowsOf(on), (std::vector<std::int64_t>{0, 0, 8}));
        QCOMPARE(windowsOf(typed), (std::vector<std::int64_t>{8, 0, 0}));
    }

    void gemma3HasTwoRopesAndGlobalLayersBetweenLocalOnes() {
        const Architecture a = parseArchitecture({{"model_type", "gemma3_text"},
                                                  {"num_hidden_layers", 7},
                                                  {"sliding_window", 16},
                                                  {"rope_scaling", {{"rope_type", "linear"}, {"factor", 8}}}});

        QCOMPARE(windowsOf(a), (std::vector<std::int64_t>{16, 16, 16, 16, 16, 0, 16}));
        QCOMPARE(a.ropes.at(*a.layers[5].attention.rope).theta, 1e6);
        QCOMPARE(a.ropes.at(*a.layers[5].attention.rope).scaling.factor, 8.0);
        QCOMPARE(a.ropes.at(*a.layers[0].attention.rope).theta, 1e4);
        QCOMPARE(a.ropes.at(*a.layers[0].attention.rope).scaling.factor, 1.0);
        QCOMPARE(attentionOf(a).scale, 1.0 / 16); // query_pre_attn_scalar 256
        QVERIFY(a.tieWordEmbeddings);
        QCOMPARE(a.layers[0].norms, std::int64_t{4});
    }

    void gpt2SpeaksItsOwnKeys() {
        const Architecture a =
            parseArchitecture({{"model_type", "gpt2"}, {"n_embd", 64}, {"n_layer", 2}, {"n_head", 4}});
        const auto modules = modulesOf(a);

        QCOMPARE(a.layers[0].mlp.width, std::int64_t{256}); // n_inner absent: 4 n_embd
        QVERIFY(a.hasLearnedPositions && a.tieWordEmbeddings && a.ropes.empty());
        QCOMPARE(modules.at(3).name, std::string("transformer.h.0.attn.c_attn"));
        QCOMPARE(weightShape(modules.at(3)), (std::vector<std::int64_t>{64, 192})); // stored [in, out]
    }

    void theReferencesKeysOfYarnAreRead() {
        const Architecture a = llama({{"rope_scaling",
                                       {{"rope_type", "yarn"},
                                        {"factor", 4.0},
                                        {"mscale", 0.7},
                                        {"mscale_all_dim", 0.5},
                                        {"truncate", false},
                                        {"original_max_position_embeddings", 512}}},
                                      {"original_max_position_embeddings", 256}});

        const RopeScaling& scaling = a.ropes.at(0).scaling;
        QCOMPARE(scaling.mscale, std::optional<double>(0.7));
        QCOMPARE(scaling.mscaleAllDim, std::optional<double>(0.5));
        QVERIFY(!scaling.truncate);
        QCOMPARE(scaling.originalMaxPositions, std::int64_t{256}); // the top of the file counts for more
    }

    void whatIsWrittenReadsTheSame_data() {
        QTest::addColumn<QString>("config");
        QTest::newRow("llama") << R"({"model_type": "llama", "num_hidden_layers": 2, "mine": [1]})";
        QTest::newRow("mistral") << R"({"model_type": "mistral", "num_hidden_layers": 2, "sliding_window": null})";
        QTest::newRow("qwen2") << R"({"model_type": "qwen2", "num_hidden_layers": 2, "use_sliding_window": true})";
        QTest::newRow("gpt2") << R"({"model_type": "gpt2", "n_layer": 2})";
        QTest::newRow("gemma3") << R"({"model_type": "gemma3_text", "num_hidden_layers": 7})";
    }
    void whatIsWrittenReadsTheSame() {
        QFETCH(QString, config);
        const Architecture before = parseArchitecture(parseJson(config.toStdString(), "config"));

        const Json written = configJson(before, "bfloat16");
        const Architecture after = parseArchitecture(written);

        QCOMPARE(after.dtype, std::string("bfloat16"));
        QCOMPARE(parameterCount(after), parameterCount(before));
        QCOMPARE(windowsOf(after), windowsOf(before));
        QCOMPARE(configJson(after, "bfloat16"), written);
        for (const auto& [key, value] : before.raw.items())
            QVERIFY2(written.contains(key), key.c_str());
    }

    void whatCannotBeUsedIsNamed_data() {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* config, const char* key) { QTest::newRow(config) << config << key; };
        row(R"({"quantization_config": {"quant_method": "bitsandbytes"}})", "quantization_config");
        row(R"({"model_type": "mamba"})", "model_type");
        row(R"({"model_type": ""})", "model_type");
        row(R"({"hidden_act": "mish"})", "hidden_act");
        row(R"({"pretraining_tp": 2})", "pretraining_tp");
        row(R"({"hidden_size": 4097})", "hidden_size");
        row(R"({"hidden_size": "4096"})", "hidden_size");
        row(R"({"hidden_size": 4096.0})", "hidden_size");
        row(R"({"hidden_size": 18446744073709551615})", "hidden_size");
        row(R"({"num_hidden_layers": 0})", "num_hidden_layers");
        row(R"({"num_hidden_layers": 100000000})", "num_hidden_layers");
        row(R"({"vocab_size": -1})", "vocab_size");
        row(R"({"vocab_size": 1000000000})", "vocab_size");
        row(R"({"head_dim": 1000000000})", "head_dim");
        row(R"({"num_key_value_heads": 5})", "num_key_value_heads");
        row(R"({"num_key_value_heads": 64})", "num_key_value_heads");
        row(R"({"head_dim": 127})", "head_dim");
        row(R"({"rms_norm_eps": "small"})", "rms_norm_eps");
        row(R"({"rms_norm_eps": -1})", "rms_norm_eps");
        row(R"({"rope_theta": 0})", "rope_theta");
        row(R"({"rope_scaling": {"rope_type": "linear", "factor": 0}})", "rope_scaling");
        row(R"({"rope_scaling": {"type": "longrope"}})", "rope_scaling.rope_type");
        row(R"({"partial_rotary_factor": 0.5})", "partial_rotary_factor");
        row(R"({"rope_parameters": {"partial_rotary_factor": 0.5}})", "partial_rotary_factor");
        row(R"({"attention_bias": 1})", "attention_bias");
        row(R"({"tie_word_embeddings": "yes"})", "tie_word_embeddings");
    }
    void whatCannotBeUsedIsNamed() {
        QFETCH(QString, config);
        QFETCH(QString, key);

        const Error error = refusal(parseJson(config.toStdString(), "config"));

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QCOMPARE(QString::fromStdString(error.facts.at("key")), key);
    }

    void otherJsonIsRefused() {
        for (const Json& config : {Json(), Json::array(), Json("llama"), Json(3)})
            QCOMPARE(errorOf([&] { (void)parseArchitecture(config); }).kind, ErrorKind::BadModel);
    }

    void modulesFollowTheCheckpoint() {
        const auto modules =
            modulesOf(llama({{"num_hidden_layers", 1}, {"num_key_value_heads", 4}, {"attention_bias", true}}));

        QCOMPARE(modules.size(), std::size_t{12}); // embeddings, 9 of a layer, norm, head
        QCOMPARE(modules.at(2).name, std::string("model.layers.0.self_attn.k_proj"));
        QCOMPARE(modules.at(2).outFeatures, std::int64_t{512});
        QVERIFY(modules.at(4).hasBias); // o_proj: attention_bias means all four in this family
        QCOMPARE(modules.back().name, std::string("lm_head"));
    }

    void parametersAreCountedAsTransformersDoes() {
        // SmolLM2-135M: 49152 * 576 + 30 * (2 * 576 * 576 + 2 * 192 * 576 + 3 * 1536 * 576 + 2 * 576) + 576.
        const Json smol = {{"hidden_size", 576},         {"intermediate_size", 1536}, {"num_hidden_layers", 30},
                           {"num_attention_heads", 9},   {"num_key_value_heads", 3},  {"vocab_size", 49152},
                           {"tie_word_embeddings", true}};

        QCOMPARE(parameterCount(llama(smol)), std::int64_t{134'515'008});
    }

    void realFiles_data() {
        QTest::addColumn<int>("layers");
        QTest::addColumn<int>("kvHeads");
        QTest::addColumn<bool>("isTied");
        QTest::newRow("configs/Llama-3.2-1B-Instruct/config.json") << 16 << 8 << true;
        QTest::newRow("configs/Llama-3.2-3B-Instruct/config.json") << 28 << 8 << true;
        QTest::newRow("configs/llama3-8B-instruct/config.json") << 32 << 8 << false;
        QTest::newRow("models/stories260K/hf-derived/config.json") << 5 << 4 << true;
    }
    void realFiles() {
        QFETCH(int, layers);
        const auto file = kModels.parent_path() / QTest::currentDataTag();
        if (!std::filesystem::exists(file)) QSKIP("no fixtures: set FETTLE_FIXTURES");

        const Architecture a = readArchitecture(file.parent_path());

        QCOMPARE(static_cast<int>(a.layers.size()), layers);
        QTEST(static_cast<int>(attentionOf(a).kvHeads), "kvHeads");
        QTEST(a.tieWordEmbeddings, "isTied");
    }

private:
    static void scalings() {
        QTest::addColumn<QString>("scaling");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("original");
        QTest::newRow("none") << R"({"rope_type": "default"})"
                              << "default" << 1.0 << 4.0 << 0;
        QTest::newRow("older name") << R"({"type": "linear", "factor": 2.5})"
                                    << "linear" << 2.5 << 4.0 << 0;
        QTest::newRow("dynamic") << R"({"rope_type": "dynamic", "factor": 4.0})"
                                 << "dynamic" << 4.0 << 4.0 << 0;
        QTest::newRow("llama3") << R"({"rope_type": "llama3", "factor": 32.0, "low_freq_factor": 1.0,
                                      "high_freq_factor": 8.0, "original_max_position_embeddings": 8192})"
                                << "llama3" << 32.0 << 8.0 << 8192;
        QTest::newRow("yarn") << R"({"type": "yarn", "factor": 16, "original_max_position_embeddings": 4096})"
                              << "yarn" << 16.0 << 4.0 << 4096;
    }
    static void compareScaling(const Architecture& a) {
        const Rope& rope = a.ropes.at(0);
        QCOMPARE(rope.theta, 500000.0);
        QTEST(QString::fromStdString(rope.scaling.kind), "kind");
        QTEST(rope.scaling.factor, "factor");
        QTEST(rope.scaling.highFreqFactor, "high");
        QTEST(static_cast<int>(rope.scaling.originalMaxPositions), "original");
    }
};

FETTLE_TEST(ArchitectureTest)
#include "architecture_test.moc"
