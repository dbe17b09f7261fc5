#include "core/base/error.h"
#include "core/data/dataset.h"
#include "tests/support/test_main.h"

#include <QDir>

using namespace fettle;

namespace {

const QString kFolder = QString(FETTLE_FIXTURES) + "/sft/";

} // namespace

// Files of real projects. Rows and bad rows were counted with Python's json module.
class RealFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QDir(kFolder).exists()) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void formatAndCountsAreFound_data() {
        QTest::addColumn<QString>("columns"); // wanted=given
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("bad");
        const auto row = [](const char* file, const char* columns, const char* format, int rows, int bad) {
            QTest::newRow(file) << columns << format << rows << bad;
        };
        row("axolotl-fixtures/alpaca.json", "", "alpaca", 2, 0);
        row("axolotl-fixtures/conversation.json", "", "sharegpt", 1, 0);
        row("axolotl-fixtures/conversation.missingturns.json", "", "sharegpt", 1, 0);
        row("gsm8k/test.jsonl", "prompt=question completion=answer", "prompt_completion", 1319, 0);
        row("litgpt-fixtures/alpaca.json", "", "alpaca", 23, 0);
        row("litgpt-fixtures/dolly.json", "input=context output=response", "alpaca", 12, 0);
        row("litgpt-fixtures/longform_train.json", "prompt=input completion=output", "prompt_completion", 17, 0);
        row("llama-factory/alpaca_en_demo.json", "", "alpaca", 999, 0);
        row("llama-factory/c4_demo.jsonl", "", "text", 300, 0);
        row("llama-factory/glaive_toolcall_en_demo.json", "", "sharegpt", 300, 153); // rows with "function_call" turns
        row("llama-factory/identity.json", "", "alpaca", 91, 0);
        row("llama-factory/v1_sft_demo.jsonl", "", "messages", 500, 0);
        row("open-assistant/en_100_message.jsonl", "", "text", 100, 0);
        row("open-assistant/realistic_seed_data.json", "", "text", 444, 0);
        row("torchtitan/data.json", "prompt=question completion=answer", "prompt_completion", 10, 0);
        row("torchtune-fixtures/alpaca_tiny.json", "", "alpaca", 100, 0);
        row("torchtune-fixtures/chat_tiny.json", "", "sharegpt", 1, 0);
        row("torchtune-fixtures/instruct_tiny.json", "output=response", "alpaca", 2, 0);
    }

    void formatAndCountsAreFound() {
        QFETCH(QString, columns);
        QFETCH(QString, format);
        DataFileConfig file{.path = (kFolder + QTest::currentDataTag()).toStdString()};
        for (const QString& pair : columns.split(' ', Qt::SkipEmptyParts))
            file.columns[pair.section('=', 0, 0).toStdString()] = pair.section('=', 1).toStdString();

        const DatasetFile read = readDataset(file);

        QCOMPARE(QString::fromStdString(read.format), format);
        QTEST(static_cast<int>(read.rows), "rows");
        QTEST(static_cast<int>(read.rows - std::ssize(read.examples)), "bad");
    }

    void otherFilesAreRefused_data() {
        QTest::addColumn<QString>("message");
        QTest::newRow("axolotl-fixtures/conversation.tokenized_llama2chat.json")
            << "conversation.tokenized_llama2chat.json does not say where its rows are.";
        QTest::newRow("llama-factory/dataset_info.json") << "dataset_info.json does not say where its rows are.";
        QTest::newRow("llama-factory/reason_tool_use_demo_50.jsonl")
            << "No row of reason_tool_use_demo_50.jsonl can be used.";
        QTest::newRow("natural-instructions/task126_scan_structured_text_generation_command_action_all.json")
            << "task126_scan_structured_text_generation_command_action_all.json does not say where its rows are.";
        QTest::newRow("open-assistant/en_100_text.jsonl") << "The rows of en_100_text.jsonl fit no known format.";
        QTest::newRow("self-instruct/seed_tasks.jsonl")
            << "The rows of seed_tasks.jsonl fit no known format. Their columns are: id, name, instruction, instances,";
    }

    void otherFilesAreRefused() {
        QFETCH(QString, message);
        try {
            (void)readDataset({.path = (kFolder + QTest::currentDataTag()).toStdString()});
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadDataset);
            QCOMPARE(QString::fromStdString(error.message).left(message.size()), message);
        }
    }
};

FETTLE_TEST(RealFilesTest)
#include "real_files_test.moc"
