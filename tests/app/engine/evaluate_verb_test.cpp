// Whether a run did help, as its user asks it.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/support/pocket_run.h"

#include <QTemporaryDir>

#include <cmath>
#include <sstream>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr int kHeldOut = 24;

// The first lines of one of the pocket model's files.
void copyLines(const char* name, int count, const QString& to) {
    std::istringstream lines(readFile(resourceFolder() / "pocket" / "data" / name));
    std::string text, line;
    for (int i = 0; i < count && std::getline(lines, line); ++i)
        text += line + "\n";
    writeText(to, QByteArray::fromStdString(text));
}

} // namespace

class EvaluateVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        copyLines("chat.jsonl", 400, m_folder.filePath("train.jsonl"));
        copyLines("held_out.jsonl", kHeldOut, m_folder.filePath("held_out.jsonl"));
    }

    void aRunThatLearnedIsBetter() {
        writeRun("lora", {{"kind", "lora"}, {"r", 16}}, 50);
        const Json verdict = judged("lora");

        QCOMPARE(verdict.at("verdict"), "better");
        QCOMPARE(verdict.at("scorer"), "exact_match");
        QCOMPARE(verdict.at("rows"), kHeldOut);
        QVERIFY(verdict.at("loss").at("high").get<double>() < 0);
        QCOMPARE(verdict.at("probes").at("rows"), 30);
        QVERIFY(!verdict.at("improved").empty());
        QVERIFY(verdict.at("improved")[0].at("question").get<std::string>().find('?') != std::string::npos);
        QCOMPARE(readJson(m_folder.filePath("lora/verdict.json").toStdString()), verdict);
        QCOMPARE(judged("lora"), verdict);
        compareLoss(verdict.at("loss").at("tuned"), {"--adapter", m_folder.filePath("lora/adapter")});
        compareLoss(verdict.at("loss").at("base"), {});
    }

    void aModelOfItsOwnIsJudgedBesideItsBase() {
        writeRun("full", {{"kind", "none"}}, 12);

        const Json verdict = judged("full");

        QVERIFY(verdict.at("loss").at("tuned") < verdict.at("loss").at("base"));
        compareLoss(verdict.at("loss").at("base"), {});
    }

    void whatCannotBeJudgedIsSaid() {
        Json config = pocketRun(m_folder.filePath("train.jsonl"), 1);
        config["data"]["validation_split"] = 0;
        QDir(m_folder.path()).mkpath("unheld/adapter");
        writeJson(m_folder.filePath("unheld/config.json").toStdString(), config);
        QCOMPARE(failure({"evaluate", m_folder.filePath("unheld")}).at("kind"), "bad_dataset");

        QDir(m_folder.path()).mkpath("untrained");
        writeJson(m_folder.filePath("untrained/config.json").toStdString(), config);
        QCOMPARE(failure({"evaluate", m_folder.filePath("untrained")}).at("kind"), "file_not_found");
        QCOMPARE(failure({"evaluate", m_folder.filePath("unheld"), "--scorer", "bleu"}).at("kind"), "bad_usage");
    }

private:
    void writeRun(const QString& name, const Json& adapter, int steps) const {
        QDir(m_folder.path()).mkpath(name);
        Json config = pocketRun(m_folder.filePath("train.jsonl"), steps);
        config["data"]["validation"] = Json::array({{{"path", m_folder.filePath("held_out.jsonl").toStdString()}}});
        config["adapter"] = adapter;
        config["optimizer"] = {{"learning_rate", adapter.at("kind") == "none" ? 1e-3 : 4e-3}};
        config["batch"] = {{"per_device_batch_size", 8}};
        writeJson(m_folder.filePath(name + "/config.json").toStdString(), config);
        QCOMPARE(fettle::test::fettle({"train", m_folder.filePath(name), "--json"}).exitCode, 0);
    }

    Json judged(const QString& name) const {
        const auto result = fettle::test::fettle(
            {"evaluate", m_folder.filePath(name), "--dtype", "float32", "--threads", "1", "--json"});
        if (result.exitCode != 0) qFatal("%s", result.out.constData());
        return result.json(result.lines().size() - 1);
    }

    static Json failure(const QStringList& arguments) {
        return fettle::test::fettle(arguments + QStringList{"--json"}).error();
    }

    // The same rows by `fettle score`, whose mean is over the same targets.
    void compareLoss(double loss, const QStringList& model) const {
        const auto scores = fettle::test::fettle(
            QStringList{"score", "--model", "pocket", "--file", m_folder.filePath("held_out.jsonl"), "--json"} + model);
        double sum = 0;
        for (const QByteArray& line : scores.lines())
            sum -= parseJson(line.toStdString(), "a score").at("mean").get<double>();
        QVERIFY2(std::abs(sum / kHeldOut - loss) < 1e-4, qPrintable(QString::number(sum / kHeldOut)));
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(EvaluateVerbTest)
#include "evaluate_verb_test.moc"
