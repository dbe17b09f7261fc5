#include "core/source/score_head.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/modules.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

Json tiny(const char* family) {
    return {{"model_type", family},
            {"hidden_size", 32},
            {"intermediate_size", 16},
            {"num_hidden_layers", 1},
            {"num_attention_heads", 2},
            {"num_key_value_heads", 2},
            {"vocab_size", 32},
            {"tie_word_embeddings", true},
            {"n_embd", 32},
            {"n_head", 2},
            {"n_layer", 1},
            {"final_logit_softcapping", 30.0}};
}

template <class Work>
ErrorKind refusalOf(Work work) {
    try {
        work();
    } catch (const Error& error) {
        return error.kind;
    }
    return ErrorKind::Internal;
}

} // namespace

class ScoreHeadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // transformers 5.23.0, models/auto/modeling_auto.py, MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING_NAMES.
    void theClassIsTransformers_data() {
        QTest::addColumn<QString>("expected");
        QTest::newRow("llama") << "LlamaForSequenceClassification";
        QTest::newRow("gpt2") << "GPT2ForSequenceClassification";
        QTest::newRow("gpt_neox") << "GPTNeoXForSequenceClassification";
        QTest::newRow("gemma2") << "Gemma2ForSequenceClassification";
        QTest::newRow("gemma3_text") << "Gemma3TextForSequenceClassification";
        QTest::newRow("smollm3") << "SmolLM3ForSequenceClassification";
        QTest::newRow("qwen3") << "Qwen3ForSequenceClassification";
    }
    void theClassIsTransformers() {
        QFETCH(QString, expected);
        const Architecture scorer = withScoreHead(parseArchitecture(tiny(QTest::currentDataTag())), 3);

        const Json config = configJson(scorer, "float32");

        QCOMPARE(QString::fromStdString(config.at("architectures").at(0).get<std::string>()), expected);
        QCOMPARE(config.at("pad_token_id"), Json(3));
        QCOMPARE(config.at("id2label").size(), std::size_t{1});
        const Architecture back = parseArchitecture(config);
        QVERIFY(back.score && back.score->padTokenId == 3 && !back.tieWordEmbeddings && back.finalSoftCap == 0);
    }

    void theScoreStandsInPlaceOfTheHead() {
        const Architecture scorer = withScoreHead(parseArchitecture(tiny("llama")), {});
        const ModuleSpec head = modulesOf(scorer).back();

        QCOMPARE(head.name, std::string("score"));
        QCOMPARE(weightShape(head), (std::vector<std::int64_t>{1, 32}));
        QVERIFY(head.kind == ModuleKind::Head && !head.isTied);
    }

    void anAdapterOfItSavesTheScore() {
        const Architecture scorer = withScoreHead(parseArchitecture(tiny("llama")), {});

        QCOMPARE(adapterTensors(LoraConfig{}, scorer).back().name, std::string(kScoreTensor));
        const Json written = adapterConfigJson({LoraConfig{}, "base"}, scorer);
        QCOMPARE(written.at("task_type"), Json("SEQ_CLS"));
        QVERIFY(bringsScore(written));
        QVERIFY(std::holds_alternative<LoraConfig>(parseAdapterConfig(written, "it").config));
    }

    void classifiersAndFamiliesWithoutTheClassAreRefused() {
        Json classes = tiny("llama");
        classes["architectures"] = Json::array({"LlamaForSequenceClassification"});
        QCOMPARE(refusalOf([&] { (void)parseArchitecture(classes); }), ErrorKind::BadModel); // two labels by default
        QCOMPARE(refusalOf([&] { (void)withScoreHead(parseArchitecture(tiny("granite")), {}); }), ErrorKind::BadModel);
    }

    void itWritesNoAnswers() {
        const Architecture decoder = parseArchitecture(tiny("llama"));
        refuseScoreHead(decoder);

        QCOMPARE(refusalOf([&] { refuseScoreHead(withScoreHead(decoder, {})); }), ErrorKind::BadUsage);
    }
};

FETTLE_TEST(ScoreHeadTest)
#include "score_head_test.moc"
