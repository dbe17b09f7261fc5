#include "core/config/sampling_config.h"
#include "tests/support/test_main.h"

#include <limits>

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

    // transformers 5.23 raises for each of them.
    void optionsKeepTheSameRanges_data() {
        QTest::addColumn<SamplingConfig>("sampling");
        QTest::addColumn<std::string>("option");
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QTest::newRow("no penalty") << SamplingConfig{.repetitionPenalty = 0} << std::string("--repetition-penalty");
        QTest::newRow("negative penalty")
            << SamplingConfig{.repetitionPenalty = -1} << std::string("--repetition-penalty");
        QTest::newRow("no number") << SamplingConfig{.repetitionPenalty = nan} << std::string("--repetition-penalty");
        QTest::newRow("temperature") << SamplingConfig{.temperature = -1} << std::string("--temperature");
        QTest::newRow("min p") << SamplingConfig{.minP = 1.5} << std::string("--min-p");
        QTest::newRow("top p") << SamplingConfig{.topP = -0.5} << std::string("--top-p");
        QTest::newRow("top k") << SamplingConfig{.topK = -1} << std::string("--top-k");
        QTest::newRow("tokens") << SamplingConfig{.maxNewTokens = 0} << std::string("--max-tokens");
    }
    void optionsKeepTheSameRanges() {
        QFETCH(SamplingConfig, sampling);
        QFETCH(std::string, option);

        try {
            checkSamplingOptions(sampling);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadUsage);
            QCOMPARE(error.facts.at("option"), option);
            QVERIFY2(error.message.starts_with(option + " must be "), error.message.c_str());
        }
    }
    void usualOptionsAreTaken() { checkSamplingOptions({.temperature = 0, .topP = 1, .stopStrings = {"a"}}); }

    void aPenaltyOfNothingIsRefused() {
        QVERIFY_EXCEPTION_THROWN((void)parseSampling({{"repetition_penalty", 0}}), Error);
    }

    void negativeSeedIsRefused() { QVERIFY_EXCEPTION_THROWN((void)parseSampling({{"seed", -1}}), Error); }
};

FETTLE_TEST(SamplingConfigTest)
#include "sampling_config_test.moc"
