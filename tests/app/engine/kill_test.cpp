// An engine that is killed at any moment loses nothing: the run that goes on ends with the same numbers to the bit.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/support/pocket_run.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>
#include <random>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr int kKills = 10, kSteps = 30;
// Its checkpoint of each step is 3 MB, not 33 as the pocket model's.
const Json kTinyModel = {{"model_type", "llama"},    {"vocab_size", 2048},
                         {"hidden_size", 64},        {"intermediate_size", 128},
                         {"num_hidden_layers", 2},   {"num_attention_heads", 4},
                         {"num_key_value_heads", 2}, {"max_position_embeddings", 512},
                         {"rms_norm_eps", 1e-5},     {"tie_word_embeddings", true},
                         {"bos_token_id", 1},        {"eos_token_id", 4}};

} // namespace

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { writePocketRows(m_folder.filePath("rows.jsonl")); }

    void tenKillsAtRandomMoments_data() {
        QTest::addColumn<bool>("isFull");
        QTest::addColumn<bool>("isPacked");
        QTest::newRow("LoRA") << false << false;
        QTest::newRow("LoRA, packed") << false << true;
        QTest::newRow("full") << true << false;
        QTest::newRow("full, packed") << true << true;
    }
    void tenKillsAtRandomMoments() {
        QFETCH(bool, isFull);
        QFETCH(bool, isPacked);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        writeRun(name + " whole", isFull, isPacked);
        writeRun(name + " killed", isFull, isPacked);
        QCOMPARE(train(name + " whole"), 0);

        std::mt19937 random(static_cast<std::mt19937::result_type>(isFull + 2 * isPacked));
        for (int kill = 0; kill < kKills; ++kill)
            killDuring(name + " killed", random);

        QCOMPARE(train(name + " killed"), 0);
        QVERIFY(resultOf(name + " killed", isFull) == resultOf(name + " whole", isFull));
    }

private:
    void writeRun(const QString& name, bool isFull, bool isPacked) const {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        Json config = pocketRun(m_folder.filePath("rows.jsonl"), kSteps);
        config["data"]["max_length"] = 64;
        config["data"]["packing"] = isPacked;
        config["checkpoint"] = {{"every_steps", 1}};
        if (isFull) {
            config["adapter"] = {{"kind", "none"}};
            config["model"] = {
                {"init", {{"config", kTinyModel}, {"tokenizer", (resourceFolder() / "pocket").string()}}}};
        }
        writeJson(folder(name) / "config.json", config);
    }

    // Lets the engine do up to two steps, and up to 15 ms more: half a step, a checkpoint, the start of the next.
    void killDuring(const QString& name, std::mt19937& random) const {
        QProcess process;
        process.start(QStringLiteral(FETTLE_BINARIES "/fettle"), {"train", m_folder.filePath(name), "--attached"});
        const auto events = std::uniform_int_distribution<int>(0, 2)(random);
        const auto more = std::uniform_int_distribution<qint64>(0, 15'000'000)(random);
        for (int seen = 0; seen < events && process.state() != QProcess::NotRunning;) {
            if (!process.canReadLine() && !process.waitForReadyRead(-1)) break;
            while (process.canReadLine())
                seen += process.readLine().contains("\"type\":\"step\"") ? 1 : 0;
        }
        QElapsedTimer timer;
        timer.start();
        while (timer.nsecsElapsed() < more) {
        }
        if (process.processId() != 0) ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        process.waitForFinished(-1);
    }

    std::filesystem::path folder(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    int train(const QString& name) const {
        return fettle::test::fettle({"train", m_folder.filePath(name), "--json"}).exitCode;
    }

    std::string resultOf(const QString& name, bool isFull) const {
        return isFull ? readFile(folder(name) / "model/model.safetensors") : adapterBytes(folder(name));
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(KillTest)
#include "kill_test.moc"
