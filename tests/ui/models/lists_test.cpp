#include "tests/support/test_main.h"
#include "ui/models/devices_model.h"
#include "ui/models/findings_model.h"
#include "ui/models/likely_tokens_model.h"
#include "ui/models/queue_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>

#include <cmath>

using namespace fettle;
using namespace fettle::ui;

namespace {

const Json kDevices = {
    {"devices",
     Json::array({{{"device", "cpu"}, {"name", "CPU"}, {"cores", 8}, {"precisions", {{"bfloat16", "native"}}}},
                  {{"device", "cuda:0"}, {"name", "NVIDIA L4"}, {"memory_bytes", 24000000000}}})}};

} // namespace

// The models that only hold what they are given.
class ListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void thisProcessorIsKnownBeforeTheEngineSpeaks() {
        DevicesModel devices;
        QAbstractItemModelTester tester(&devices);

        QCOMPARE(devices.rowCount(), 2);
        QCOMPARE(devices.index(0).data().toString(), "auto: this CPU");
        QCOMPARE(devices.index(1).data(DevicesModel::DeviceRole).toString(), "cpu");
    }

    void automaticTakesTheFirstGpu() {
        DevicesModel devices;
        QAbstractItemModelTester tester(&devices);

        devices.setDevices(kDevices);

        QCOMPARE(devices.index(0).data().toString(), "auto: NVIDIA L4");
        QCOMPARE(devices.summary(), "NVIDIA L4, 24 GB");
        QCOMPARE(devices.rowOf("cuda:0"), 2);
        QCOMPARE(devices.index(1).data(DevicesModel::PrecisionsRole).toString(), "bf16: native");
    }

    void anEmptyListOfDevicesIsIgnored() {
        DevicesModel devices;

        devices.setDevices({{"devices", Json::array()}});
        devices.setDevices(nullptr);

        QCOMPARE(devices.rowCount(), 2);
    }

    void findingsShowWhatToDo() {
        FindingsModel findings;
        QAbstractItemModelTester tester(&findings);

        findings.setFindings({{.kind = FindingKind::NotUtf8, .rows = 2, .places = {}, .facts = {}}});

        const QModelIndex first = findings.index(0);
        QCOMPARE(first.data().toString(), "2 rows are not in UTF-8 and are left out.");
        QCOMPARE(first.data(FindingsModel::HintRole).toString(), "Save the file as UTF-8.");
        QCOMPARE(first.data(FindingsModel::LevelRole).toInt(), static_cast<int>(FindingLevel::Error));
        QCOMPARE(first.data(Qt::AccessibleTextRole).toString(),
                 "Error: 2 rows are not in UTF-8 and are left out. Save the file as UTF-8.");
    }

    void likelyTokensShowTheirProbability() {
        LikelyTokensModel tokens;
        QAbstractItemModelTester tester(&tokens);

        tokens.setRows({{.id = 5, .token = "lake", .logprob = std::log(0.25), .isChosen = true}});

        QCOMPARE(tokens.index(0, LikelyTokensModel::Probability).data().toString(), "25 %");
        QVERIFY(tokens.index(0, 0).data(LikelyTokensModel::ChosenRole).toBool());
    }

    void theQueueShowsNames() {
        QueueModel queue;
        QAbstractItemModelTester tester(&queue);
        queue.add("/runs/a", "a");
        queue.add("/runs/b", "b");

        queue.setName("/runs/b", "second");

        QCOMPARE(queue.index(1).data().toString(), "second");
        QCOMPARE(queue.index(1).data(QueueModel::FolderRole).toString(), "/runs/b");
    }

    void theQueueIsReorderedByMoves() {
        QueueModel queue;
        QAbstractItemModelTester tester(&queue);
        for (const char* name : {"a", "b", "c", "a"})
            queue.add(name, name);
        const QPersistentModelIndex chosen = queue.index(2);

        queue.move(2, 0);
        queue.move(1, 2);
        queue.move(0, -1);
        queue.remove("b");

        QCOMPARE(queue.folders(), QStringList({"c", "a"}));
        QCOMPARE(chosen.row(), 0);
        QCOMPARE(chosen.data().toString(), "c");
    }
};

FETTLE_TEST(ListsTest)
#include "lists_test.moc"
