// Somebody overwrites the model's weights while they are mapped: a clear error, and nothing of it in the result.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/support/pocket_run.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class ChangedModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        writePocketRows(m_folder.filePath("rows.jsonl"));
        std::filesystem::copy(pocket(), model());
    }

    void theRunEndsAndGoesOnWithTheModelPutBack_data() {
        QTest::addColumn<int>("bytesLeft"); // of 5.5 million
        QTest::newRow("emptied") << 0;
        QTest::newRow("cut in half") << 2'700'000;
    }
    void theRunEndsAndGoesOnWithTheModelPutBack() {
        QFETCH(int, bytesLeft);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        writeRun(name);
        writeRun(name + " in peace");
        QCOMPARE(fettle::test::fettle({"train", m_folder.filePath(name + " in peace"), "--json"}).exitCode, 0);

        const Json failed = trainWhileTheModelShrinks(name, bytesLeft);

        QCOMPARE(failed.at("type").get<std::string>(), std::string("failed"));
        QCOMPARE(failed.at("kind").get<std::string>(), std::string("file_access"));
        QCOMPARE(failed.at("facts").at("file").get<std::string>(), weights().string());
        QVERIFY(!std::filesystem::exists(run(name) / "adapter"));
        std::filesystem::copy_file(pocket() / "model.safetensors", weights(),
                                   std::filesystem::copy_options::overwrite_existing);
        QCOMPARE(fettle::test::fettle({"train", m_folder.filePath(name), "--json"}).exitCode, 0);
        QVERIFY(adapterBytes(run(name)) == adapterBytes(run(name + " in peace")));
    }

private:
    static std::filesystem::path pocket() { return resourceFolder() / "pocket"; }
    std::filesystem::path run(const QString& name) const { return m_folder.filePath(name).toStdString(); }
    std::filesystem::path model() const { return run("model"); }
    std::filesystem::path weights() const { return model() / "model.safetensors"; }

    void writeRun(const QString& name) const {
        QVERIFY(QDir(m_folder.path()).mkpath(name));
        Json config = pocketRun(m_folder.filePath("rows.jsonl"), 12);
        config["model"] = {{"path", model().string()}, {"dtype", "bfloat16"}}; // as on the disk: mapped, not copied
        config["precision"] = {{"compute", "bfloat16"}};
        config["checkpoint"] = {{"every_steps", 2}};
        writeJson(run(name) / "config.json", config);
    }

    // The last event of a run whose model shrinks while it is paused.
    Json trainWhileTheModelShrinks(const QString& name, int bytesLeft) const {
        QProcess process;
        process.start(QStringLiteral(FETTLE_BINARIES "/fettle"), {"train", m_folder.filePath(name), "--attached"});
        Json event;
        while (process.canReadLine() || process.waitForReadyRead(-1))
            while (process.canReadLine()) {
                event = parseJson(process.readLine().toStdString(), "event");
                if (event.at("type") == "step" && event.at("step") == 3) process.write("{\"command\": \"pause\"}\n");
                if (event.at("type") != "paused") continue;
                std::filesystem::resize_file(weights(), static_cast<std::uintmax_t>(bytesLeft));
                process.write("{\"command\": \"resume\"}\n");
            }
        process.waitForFinished(-1);
        return event;
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(ChangedModelTest)
#include "changed_model_test.moc"
