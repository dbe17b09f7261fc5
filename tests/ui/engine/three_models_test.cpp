#include "core/base/files.h"
#include "core/config/run_config.h"
#include "tests/support/real_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/chat_client.h"
#include "ui/engine/run_controller.h"

#include <QHash>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

constexpr int kLongest = 240000; // two short runs and a chat on a slow machine

DataFileConfig pocketData(const char* name) {
    return {.path = std::string(FETTLE_SOURCE "/resources/pocket/data/") + name};
}

// A short run of the pocket model, long enough to move it.
RunConfig shortRun(const char* name, const DataFileConfig& data) {
    RunConfig config;
    config.name = name;
    config.device = "cpu";
    config.threads = 2;
    config.model.path = "pocket";
    config.data.train = {data};
    config.data.validationSplit = 0;
    config.data.maxLength = 256;
    config.batch = {.perDeviceBatchSize = 8, .gradientAccumulationSteps = 1};
    config.duration.maxSteps = 20;
    config.optimizer.learningRate = 2e-3;
    config.precision.compute = "float32";
    return config;
}

// Runs one after the other, each in a folder of its own.
struct ThreeModelsStage {
    // The folder of its adapter; empty: it did not finish.
    QString train(const RunConfig& config) {
        const QString run = folder.filePath(QString::fromStdString(config.name));
        makeFolder(run.toStdString());
        writeJson(run.toStdString() + "/config.json", toJson(config));
        controller.start(run);
        (void)QTest::qWaitFor([this] { return !isActive(controller.state()); }, kLongest);
        if (controller.state() != RunState::Finished) qWarning("%s", qPrintable(controller.lastLog().join('\n')));
        return controller.state() == RunState::Finished ? run + "/adapter" : QString();
    }

    QTemporaryDir folder;
    RunController controller{realEngine()};
};

} // namespace

// What the window does for somebody who tunes by SFT, goes on from that adapter by DPO, and compares base and both.
class ThreeModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        if (!hasRealEngine()) QSKIP("fettle-engine was not built");
    }

    void dpoGoesOnFromSftAndThreeModelsAnswer() {
        ThreeModelsStage stage;
        const QString sft = stage.train(shortRun("sft", pocketData("chat.jsonl")));
        QVERIFY(!sft.isEmpty());

        RunConfig second = shortRun("dpo", pocketData("preferences.jsonl"));
        second.objective = DpoObjective{};
        second.adapter = LoraConfig{.initFrom = sft.toStdString()};
        second.optimizer.learningRate = 1e-3;
        const QString dpo = stage.train(second);
        QVERIFY(!dpo.isEmpty());

        ChatClient chat(realEngine());
        QSignalSpy done(&chat, &ChatClient::done);
        QHash<int, QList<int>> answers;
        QHash<int, double> likelihoods;
        connect(&chat, &ChatClient::tokenArrived, this, [&](int id, const ChatToken& token) {
            answers[id] << token.id;
            likelihoods[id] += token.logprob;
        });
        chat.start({.model = "pocket", .device = "cpu", .threads = 2});
        QList<int> ids;
        for (const auto& adapters : std::vector<std::vector<AdapterStrength>>{{}, {{sft, 1.0}}, {{dpo, 1.0}}})
            ids << chat.generate(
                {.messages = Json::array({{{"role", "user"}, {"content", "Which colour does Fara like best?"}}}),
                 .adapters = adapters,
                 .sampling = {.temperature = 0, .maxNewTokens = 12, .logprobs = 1}});

        QTRY_COMPARE_WITH_TIMEOUT(done.count(), 3, kLongest);
        for (const int id : ids)
            QVERIFY(!answers[id].isEmpty());
        // Three models: each is as sure of its answer as no other is.
        QVERIFY(likelihoods[ids[0]] != likelihoods[ids[1]]);
        QVERIFY(likelihoods[ids[1]] != likelihoods[ids[2]]);
        QVERIFY(likelihoods[ids[0]] != likelihoods[ids[2]]);
    }
};

FETTLE_TEST(ThreeModelsTest)
#include "three_models_test.moc"
