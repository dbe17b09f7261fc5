// A run that was stopped and resumed leaves the same bytes as one that never was.
#include "core/base/files.h"
#include "tests/support/stories.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr std::int64_t kSteps = 6;

Json textRows() {
    Json rows = Json::array();
    for (int i = 0; i < 24; ++i)
        rows.push_back({{"text", "Once upon a time there was " + std::string(i % 7 + 1, 'a') + " dog."}});
    return rows;
}

Json loraOf(double dropout) {
    return {{"kind", "lora"}, {"r", 4}, {"lora_alpha", 8}, {"lora_dropout", dropout}};
}

// What a stop and a resume may change: dropout, order, accumulation, clipping, weight decay, evaluation and best.
Json configOf(const TempRun& run, const Json& adapter, bool isPacked) {
    return {{"model", {{"path", kStories.string()}, {"dtype", "float32"}}},
            {"data",
             {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", textRows())}}})},
              {"validation_split", 0.1},
              {"packing", isPacked},
              {"max_length", 64}}},
            {"adapter", adapter},
            {"optimizer", {{"kind", "adamw"}, {"learning_rate", 2e-3}, {"weight_decay", 0.1}}},
            {"batch", {{"per_device_batch_size", isPacked ? 1 : 2}, {"gradient_accumulation_steps", 2}}},
            {"duration", {{"max_steps", kSteps}}},
            {"precision", {{"compute", "float32"}}},
            {"evaluation", {{"every_steps", 2}}},
            {"checkpoint", {{"every_steps", 2}}}};
}

std::string resultBytes(const TempRun& run, bool isAdapter) {
    return readFile(isAdapter ? run.folder().adapterFolder() / "adapter_model.safetensors"
                              : run.folder().modelFolder() / "model.safetensors");
}

} // namespace

class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kStories)) QSKIP("the fixture models/stories260K is missing");
    }

    void stoppedAndResumedIsTheSameRun_data() {
        QTest::addColumn<bool>("isAdapter");
        QTest::addColumn<bool>("isPacked");
        QTest::addColumn<int>("stopAfter");
        for (const bool isAdapter : {true, false})
            for (const bool isPacked : {false, true})
                for (const int stopAfter : {1, 2, 3})
                    QTest::addRow("%s, %s, stopped after step %d", isAdapter ? "LoRA" : "full",
                                  isPacked ? "packed" : "plain", stopAfter)
                        << isAdapter << isPacked << stopAfter;
    }
    void stoppedAndResumedIsTheSameRun() {
        QFETCH(bool, isAdapter);
        QFETCH(bool, isPacked);
        QFETCH(int, stopAfter);
        const Json adapter = isAdapter ? loraOf(0.1) : Json{{"kind", "none"}};
        const TempRun straight, interrupted;
        straight.configure(configOf(straight, adapter, isPacked));
        interrupted.configure(configOf(interrupted, adapter, isPacked));

        const RunHistory expected = straight.train();
        const auto isStop = [&](const Json& event) { return event["type"] == "step" && event["step"] == stopAfter; };
        const RunHistory stopped = interrupted.train(isStop);
        const RunHistory resumed = interrupted.train();

        QCOMPARE(std::ssize(expected.steps), kSteps);
        QCOMPARE(std::ssize(stopped.steps), stopAfter);
        QCOMPARE(std::ssize(resumed.steps), kSteps);
        for (std::int64_t i = 0; i < kSteps; ++i)
            for (const char* key : {"loss", "grad_norm", "learning_rate", "tokens"})
                QCOMPARE(resumed.steps[i].at(key).get<double>(), expected.steps[i].at(key).get<double>());
        QVERIFY(resultBytes(interrupted, isAdapter) == resultBytes(straight, isAdapter));
    }

    void dropoutChangesTheRun() {
        const TempRun with, without;
        with.configure(configOf(with, loraOf(0.1), false));
        without.configure(configOf(without, loraOf(0.0), false));

        (void)with.train();
        (void)without.train();

        QVERIFY(resultBytes(with, true) != resultBytes(without, true));
    }
};

FETTLE_TEST(ResumeTest)
#include "resume_test.moc"
