// A GGUF file of the pocket model through the command line: written, listed, opened again, trained beside.
#include "core/base/files.h"
#include "tests/app/fettle/program.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class ExportVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        // The pocket model with the template that its chat is trained with.
        m_model = m_folder.filePath("original");
        std::filesystem::copy(FETTLE_SOURCE "/resources/pocket", m_model.toStdString());
        QVERIFY(QFile::copy(m_model + "/chatml.jinja", m_model + "/chat_template.jinja"));
        QVERIFY(QDir().mkpath(m_folder.filePath("files")));
        m_file = m_folder.filePath("files/pocket.gguf");
        const Ended ended =
            fettle::test::fettle({"export", "--model", m_model, "--out", m_file, "--type", "bf16", "--json"});
        QVERIFY2(ended.exitCode == 0, ended.out + ended.err);
        m_result = ended.json(ended.lines().size() - 1);
    }

    void fileAndModelfileAreThere() {
        QCOMPARE(QFileInfo(m_file).size(), m_result.at("file_bytes").get<qint64>());
        const std::string modelfile = readFile(m_folder.filePath("files/pocket.Modelfile").toStdString());
        // No TEMPLATE: this template begins answers with a space, which no form of Ollama's writes.
        QCOMPARE(modelfile, std::string("FROM ./pocket.gguf\nPARAMETER stop \"<|im_end|>\"\n"));
    }

    void itAnswersLikeTheOriginal() {
        for (const char* text : {"{\"text\": \"The moon is round.\"}", "{\"text\": \"A fox and a 12 hens\"}"})
            QCOMPARE(scored(m_file, text), scored(m_model, text));
    }

    void itIsListed() {
        const Ended ended = fettle::test::fettle({"models", m_folder.filePath("files"), "--json"});

        const Json listed = ended.json().at("models").back();
        QCOMPARE(listed.at("path").get<std::string>(), m_file.toStdString());
        QVERIFY(listed.at("usable").get<bool>());
        QVERIFY(listed.at("chat_template").get<bool>());
    }

    void conversationsAreRenderedAlike() {
        const QString messages = m_folder.filePath("messages.json");
        writeText(messages, R"({"messages": [{"role": "user", "content": "Hello"}]})");
        const auto rendered = [&](const QString& model) {
            return fettle::test::fettle({"render", "--model", model, "--messages", messages}).out;
        };

        QCOMPARE(rendered(m_file), rendered(m_model));
    }

    // The folder that merge makes of it answers as the file does.
    void itBecomesAFolder() {
        const QString merged = m_folder.filePath("merged");

        const Ended ended = fettle::test::fettle({"merge", "--model", m_file, "--out", merged});

        QVERIFY2(ended.exitCode == 0, ended.err);
        QCOMPARE(scored(merged, "{\"text\": \"The moon is round.\"}"),
                 scored(m_file, "{\"text\": \"The moon is round.\"}"));
    }

    void anAdapterIsTrainedBesideIt() {
        const QString data = m_folder.filePath("rows.jsonl"), runFolder = m_folder.filePath("run");
        writeText(data, "{\"text\": \"A fox ran.\"}\n{\"text\": \"Two hens sat.\"}\n");
        QVERIFY(QDir().mkpath(runFolder));
        const Json config = {{"model", {{"path", m_file.toStdString()}}},
                             {"data", {{"train", {{{"path", data.toStdString()}}}}, {"validation_split", 0}}},
                             {"adapter", {{"r", 4}}},
                             {"batch", {{"per_device_batch_size", 1}, {"gradient_accumulation_steps", 1}}},
                             {"duration", {{"max_steps", 2}}}};
        writeText(runFolder + "/config.json", QByteArray::fromStdString(config.dump()));

        const Ended ended = fettle::test::fettle({"train", runFolder, "--json"});

        QVERIFY2(ended.exitCode == 0, ended.out);
        QVERIFY(QFile::exists(runFolder + "/adapter/adapter_model.safetensors"));
        const QString lora = m_folder.filePath("lora.gguf");
        const Ended written = fettle::test::fettle(
            {"export", "--model", m_file, "--adapter", runFolder + "/adapter", "--adapter-only", "--out", lora});
        QVERIFY2(written.exitCode == 0, written.err);
        QVERIFY(QFile::exists(lora));
    }

    void mistakesAreNamed() {
        const auto kindOf = [&](const QStringList& arguments) {
            return fettle::test::fettle(QStringList{"export", "--json", "--model", "pocket"} + arguments)
                .error()
                .at("kind")
                .get<std::string>();
        };

        QCOMPARE(kindOf({"--out", m_file}), std::string("already_exists"));
        QCOMPARE(kindOf({"--out", m_folder.filePath("a.gguf"), "--adapter-only"}), std::string("bad_usage"));
        QCOMPARE(kindOf({"--out", m_folder.filePath("a.gguf"), "--type", "q3"}), std::string("bad_usage"));
    }

private:
    // The mean log-probability of a row, as the program prints it.
    std::string scored(const QString& model, const char* row) const {
        const QString rows = m_folder.filePath("score.jsonl");
        writeText(rows, QByteArray(row) + "\n");
        const Ended ended =
            fettle::test::fettle({"score", "--model", model, "--file", rows, "--dtype", "float32", "--json"});
        return ended.exitCode == 0 ? toLine(ended.json().at("mean")) : std::string(ended.out + ended.err);
    }

    QTemporaryDir m_folder;
    QString m_model, m_file;
    Json m_result;
};

FETTLE_TEST(ExportVerbTest)
#include "export_verb_test.moc"
