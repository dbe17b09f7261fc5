#include "core/config/sampling_config.h"
#include "tests/support/test_main.h"

using namespace fettle;

class SamplingConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsRead() {
        const SamplingConfig sampling = parseSampling(parseJson(
            R"({"temperature": 0.5, "top_p": 0.9, "top_k": 40, "min_p": 0.1, "repetition_penalty": 1.1, "do_sample": true,
                "seed": 18446744073709551615, "max_new_tokens": 7, "stop_strings": ["\n"], "logprobs": 3})",
            "test"));

        QVERIFY((sampling == SamplingConfig{.temperature = 0.5,
                                            .topP = 0.9,
                                            .topK = 40,
                                            .minP = 0.1,
                                            .repetitionPenalty = 1.1,
                                            .seed = 18446744073709551615U,
                                            .maxNewTokens = 7,
                                            .stopStrings = {"\n"},
                                            .logprobs = 3}));
    }

    void emptyIsTheDefault() { QVERIFY(parseSampling(Json::object()) == SamplingConfig{}); }

    void withoutSamplingIsGreedy() {
        QCOMPARE(parseSampling({{"do_sample", false}, {"temperature", 0.7}}).temperature, 0.0);
    }

    void misspeltKeyNamesTheNearest() {
        try {
            (void)parseSampling({{"topp", 0.9}});
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.facts.at("key"), std::string("sampling.topp"));
            QCOMPARE(error.facts.at("nearest"), std::string("top_p"));
        }
    }

    void negativeSeedIsRefused() { QVERIFY_EXCEPTION_THROWN((void)parseSampling({{"seed", -1}}), Error); }
};

FETTLE_TEST(SamplingConfigTest)
#include "sampling_config_test.moc"
