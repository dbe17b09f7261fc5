#include "ui/widgets/config_draft.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace fettle;
using namespace fettle::ui;

class ConfigDraftTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void takesAValue() {
        ConfigDraft draft;
        QSignalSpy changed(&draft, &ConfigDraft::changed);

        QVERIFY(draft.set("adapter.r", 8).isEmpty());

        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).r, 8);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), "adapter.r");
    }

    void refusesWithASentenceAndKeepsTheConfigurationReadable() {
        ConfigDraft draft;

        const QString problem = draft.set("adapter.r", 0);

        QVERIFY(!problem.isEmpty());
        QCOMPARE(draft.problemOf("adapter.r"), problem);
        QVERIFY(!draft.isComplete());
        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).r, 16);
    }

    void aMendedValueLeavesNoProblem() {
        ConfigDraft draft;
        draft.set("adapter.r", 0);

        draft.set("adapter.r", 16);

        QVERIFY(draft.isComplete());
        QVERIFY(draft.problemOf("adapter.r").isEmpty());
    }

    void aRefusalBelongsToTheKindThatItWasTypedFor() {
        ConfigDraft draft;
        draft.refuse("adapter.r", "A whole number is needed here.");
        QCOMPARE(draft.refusedKeys(), QStringList{"adapter.r"});

        draft.set("adapter.kind", "none");
        QVERIFY(draft.isComplete());

        draft.set("adapter.kind", "lora");
        QVERIFY(!draft.isComplete());
        draft.set("adapter.r", 8);
        QVERIFY(draft.isComplete());
    }

    void aRunGetsTheDeviceThatAutoStandsFor() {
        ConfigDraft draft;
        QSignalSpy changed(&draft, &ConfigDraft::changed);

        draft.setMachine("cuda:1", 3);

        QCOMPARE(changed.size(), 1);
        QCOMPARE(draft.runConfig().device, std::string("cuda:1"));
        QCOMPARE(draft.runConfig().threads, 3);
        draft.set("device", "cpu");
        QCOMPARE(draft.runConfig().device, std::string("cpu"));
        QCOMPARE(draft.config().threads, 0);
    }

    void anotherKindBringsItsDefaults() {
        ConfigDraft draft;
        draft.set("adapter.r", 8);

        QVERIFY(draft.set("adapter.kind", "none").isEmpty());
        QVERIFY(std::holds_alternative<NoAdapter>(draft.config().adapter));
        QVERIFY(draft.value("adapter.r").is_null());

        QVERIFY(draft.set("adapter.kind", "lora").isEmpty());
        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).r, 16);
    }

    void knowsWhatDiffersFromTheDefaults() {
        ConfigDraft draft;
        QVERIFY(draft.changedKeys().isEmpty());

        draft.set("seed", 7);
        draft.set("adapter.lora_alpha", 64);

        QCOMPARE(draft.changedKeys(), QStringList({"seed", "adapter.lora_alpha"}));
        draft.reset("seed");
        QVERIFY(!draft.isChanged("seed"));
    }

    void takesListsOfFiles() {
        ConfigDraft draft;

        QVERIFY(draft.set("data.train", Json::array({{{"path", "a.jsonl"}}})).isEmpty());

        QCOMPARE(draft.config().data.train.front().path, std::string("a.jsonl"));
    }

    void setConfigReplacesAll() {
        ConfigDraft draft;
        draft.set("adapter.r", 0);
        QSignalSpy reset(&draft, &ConfigDraft::wasReset);
        RunConfig config;
        config.seed = 5;

        draft.setConfig(config);

        QCOMPARE(reset.size(), 1);
        QVERIFY(draft.isComplete());
        QCOMPARE(draft.config().seed, 5);
    }
};

FETTLE_TEST(ConfigDraftTest)
#include "config_draft_test.moc"
