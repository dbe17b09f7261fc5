#include "tests/support/byte_model.h"
#include "tests/support/real_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/chat_client.h"
#include "ui/engine/run_controller.h"
#include "ui/engine/verb_task.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

constexpr int kPatience = 120000; // loading LibTorch from a cold disk takes its time

// A run that makes a fresh model of a few thousand parameters and trains all of them.
struct RealEngineStage {
    explicit RealEngineStage(int steps) {
        const auto model = folder.filePath("model").toStdString();
        writeByteModel(model);
        std::string rows;
        for (int i = 0; i < 64; ++i)
            rows += Json{{"text", "The lake is " + std::to_string(i % 4) + " miles long."}}.dump() + "\n";
        writeFileAtomically(folder.filePath("rows.jsonl").toStdString(), rows);
        const Json config = {
            {"name", "tiny"},
            {"device", "cpu"},
            {"threads", 1},
            {"model", {{"init", {{"tokenizer", model}, {"config", readJson(model + "/config.json")}}}}},
            {"data", {{"train", Json::array({{{"path", folder.filePath("rows.jsonl").toStdString()}}})}}},
            {"adapter", {{"kind", "none"}}},
            {"objective", {{"kind", "pretrain"}}},
            {"duration", {{"max_steps", steps}}}};
        makeFolder(run().toStdString());
        writeJson(run().toStdString() + "/config.json", config);
        QObject::connect(&controller, &RunController::eventsArrived, &controller,
                         [this](const QString&, const std::vector<Json>& more) {
                             events.insert(events.end(), more.begin(), more.end());
                         });
    }
    [[nodiscard]] QString run() const { return folder.filePath("run"); }
    [[nodiscard]] int count(const char* type) const {
        return static_cast<int>(
            std::ranges::count_if(events, [&](const Json& event) { return event.value("type", "") == type; }));
    }

    QTemporaryDir folder;
    RunController controller{realEngine()};
    std::vector<Json> events;
};

} // namespace

// The same classes against fettle itself, where it was built with its engine.
class RealEngineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        if (!hasRealEngine()) QSKIP("fettle-engine was not built");
    }

    void aRunTrainsAndItsModelAnswers() {
        RealEngineStage stage(3);

        stage.controller.start(stage.run());

        QTRY_VERIFY_WITH_TIMEOUT(!isActive(stage.controller.state()), kPatience);
        QVERIFY2(stage.controller.state() == RunState::Finished, qPrintable(stage.controller.lastLog().join('\n')));
        QCOMPARE(stage.count("step"), 3);

        ChatClient chat(realEngine());
        QSignalSpy done(&chat, &ChatClient::done);
        chat.start({.model = stage.run() + "/model", .device = "cpu", .threads = 1});
        chat.generate({.messages = Json::array({{{"role", "user"}, {"content", "Hi"}}}),
                       .sampling = {.temperature = 0, .maxNewTokens = 4, .logprobs = 2}});
        QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, kPatience);
    }

    void aRunPausesGoesOnAndStops() {
        RealEngineStage stage(1000000);
        stage.controller.start(stage.run());
        QTRY_COMPARE_WITH_TIMEOUT(stage.controller.state(), RunState::Training, kPatience);

        stage.controller.pause();
        QTRY_COMPARE_WITH_TIMEOUT(stage.controller.state(), RunState::Paused, kPatience);
        stage.controller.resume();
        QTRY_COMPARE_WITH_TIMEOUT(stage.controller.state(), RunState::Training, kPatience);
        stage.controller.stopAndSave();

        QTRY_COMPARE_WITH_TIMEOUT(stage.controller.state(), RunState::Stopped, kPatience);
        QVERIFY(stage.count("checkpoint") >= 1);
    }

    void aVerbThatFailsTellsWhy() {
        VerbTask task(realEngine());
        std::optional<Error> error;
        connect(&task, &VerbTask::failed, this, [&](const Error& e) { error = e; });

        task.start("plan", {"/nowhere.json"});

        QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), kPatience);
        QCOMPARE(error->kind, ErrorKind::FileNotFound);
    }
};

FETTLE_TEST(RealEngineTest)
#include "real_engine_test.moc"
