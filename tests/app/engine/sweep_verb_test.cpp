// Several values of a setting, as runs one after the other.
#include "core/base/files.h"
#include "tests/support/pocket_run.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class SweepVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        writePocketRows(m_folder.filePath("rows.jsonl"));
        Json config = pocketRun(m_folder.filePath("rows.jsonl"), 3);
        config["name"] = "pocket";
        config["data"]["validation_split"] = 0.2;
        writeJson(m_folder.filePath("run.json").toStdString(), config);
    }

    void theBestOfTheValuesIsKept() {
        const Ended first = sweep("rates", "optimizer.learning_rate=1e-5,5e-3");

        QCOMPARE(first.exitCode, 0);
        const Json result = first.json(first.lines().size() - 1);
        QCOMPARE(result.at("type"), "sweep");
        QCOMPARE(result.at("runs"), 2);
        QCOMPARE(result.at("best").at("values").at("optimizer.learning_rate"), 5e-3);
        QCOMPARE(readJson(m_folder.filePath("rates/best.json").toStdString()).at("optimizer").at("learning_rate"),
                 5e-3);
        QVERIFY(QFile::exists(m_folder.filePath("rates/run-2/adapter/adapter_model.safetensors")));

        const Ended second = sweep("rates", "optimizer.learning_rate=1e-5,5e-3"); // nothing is trained again
        QCOMPARE(second.json(second.lines().size() - 1), result);
        QVERIFY(!second.err.contains("step"));
    }

    void aRunThatFailsDoesNotEndTheOthers() {
        const Ended ended = sweep("broken", "model.path=/nowhere,pocket");

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.json(0).at("error").at("kind"), "file_not_found");
        QCOMPARE(ended.json(2).at("best").at("values").at("model.path"), "pocket");
    }

    void aWrongKeyIsSaidBeforeAnythingIsTrained() {
        const Ended ended = sweep("wrong", "adapter.rank=4,8");

        QCOMPARE(ended.error().at("kind"), "bad_config");
        QVERIFY(!QFile::exists(m_folder.filePath("wrong")));
    }

private:
    Ended sweep(const QString& out, const QString& axis) const {
        return fettle::test::fettle(
            {"sweep", m_folder.filePath("run.json"), "--vary", axis, "--out", m_folder.filePath(out), "--json"});
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(SweepVerbTest)
#include "sweep_verb_test.moc"
