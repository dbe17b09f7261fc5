#include "core/base/error.h"
#include "core/data/dataset.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QDirIterator>

using namespace fettle;

namespace {

const QString kFixtures = QString(FETTLE_FIXTURES) + "/";

struct RealFile {
    const char* file;
    const char* columns; // wanted=given
    const char* format;
    int rows, bad, examples;
};

// Rows, bad rows and what is made of them were counted with Python's json module; a tree counts as often as an answer
// of it has no answer below.
constexpr RealFile kRealFiles[] = {
    {"sft/axolotl-fixtures/alpaca.json", "", "alpaca", 2, 0, 2},
    {"sft/axolotl-fixtures/conversation.json", "", "sharegpt", 1, 0, 1},
    {"sft/axolotl-fixtures/conversation.missingturns.json", "", "sharegpt", 1, 0, 1},
    {"sft/gsm8k/test.jsonl", "prompt=question completion=answer", "prompt_completion", 1319, 0, 1319},
    {"sft/litgpt-fixtures/alpaca.json", "", "alpaca", 23, 0, 23},
    {"sft/litgpt-fixtures/dolly.json", "input=context output=response", "alpaca", 12, 0, 12},
    {"sft/litgpt-fixtures/longform_train.json", "prompt=input completion=output", "prompt_completion", 17, 0, 17},
    {"sft/litgpt-fixtures/longform_val.json", "prompt=input completion=output", "prompt_completion", 9, 0, 9},
    {"sft/llama-factory/alpaca_en_demo.json", "", "alpaca", 999, 0, 999},
    {"sft/llama-factory/c4_demo.jsonl", "", "text", 300, 0, 300},
    {"sft/llama-factory/glaive_toolcall_en_demo.json", "", "sharegpt", 300, 0, 300},
    {"sft/llama-factory/identity.json", "", "alpaca", 91, 0, 91},
    {"sft/llama-factory/reason_tool_use_demo_50.jsonl", "", "messages", 50, 0, 50},
    {"sft/llama-factory/v1_sft_demo.jsonl", "", "messages", 500, 0, 500},
    {"sft/llama-factory/wiki_demo.txt", "", "text", 30, 0, 30},
    {"sft/natural-instructions/task126_scan_structured_text_generation_command_action_all.json", "",
     "natural_instructions", 1500, 0, 1500},
    {"sft/natural-instructions/task131_scan_long_text_generation_action_command_long.json", "", "natural_instructions",
     400, 0, 400},
    {"sft/natural-instructions/task141_odd-man-out_classification_category.json", "", "natural_instructions", 800, 0,
     800},
    {"sft/natural-instructions/task151_tomqa_find_location_easy_clean.json", "", "natural_instructions", 300, 0, 300},
    {"sft/natural-instructions/task156_codah_classification_adversarial.json", "", "natural_instructions", 400, 0, 400},
    {"sft/open-assistant/en_100_message.jsonl", "", "open_assistant", 100, 0, 546},
    {"sft/open-assistant/en_100_text.jsonl", "", "text", 100, 0, 100},
    {"sft/open-assistant/en_100_tree.jsonl", "", "open_assistant", 100, 0, 546},
    {"sft/open-assistant/realistic_seed_data.json", "", "text", 444, 0, 444},
    {"sft/self-instruct/seed_tasks.jsonl", "", "self_instruct", 175, 0, 175},
    {"sft/self-instruct/user_oriented_instructions.jsonl", "", "self_instruct", 252, 0, 252},
    {"sft/stanford-alpaca/prompt.txt", "", "text", 12, 0, 12},
    {"sft/torchtitan/data.json", "prompt=question completion=answer", "prompt_completion", 10, 0, 10},
    {"sft/torchtune-fixtures/alpaca_tiny.json", "", "alpaca", 100, 0, 100},
    {"sft/torchtune-fixtures/chat_tiny.json", "", "sharegpt", 1, 0, 1},
    {"sft/torchtune-fixtures/hh_rlhf_tiny.json", "", "preference", 1, 0, 1},
    {"sft/torchtune-fixtures/instruct_tiny.json", "output=response", "alpaca", 2, 0, 2},
    {"preference/hh-rlhf/harmless-base-test-600.jsonl", "", "hh_rlhf", 600, 0, 600},
    {"preference/llama-factory/dpo_en_demo.json", "", "sharegpt_preference", 300, 0, 300},
    {"preference/llama-factory/kto_en_demo.json", "", "unpaired_preference", 300, 0, 300},
    {"preference/llama-factory/v1_dpo_demo.jsonl", "chosen=chosen_messages rejected=rejected_messages", "preference",
     10, 0, 10},
    {"preference/mlx-lm-dpo/train.jsonl", "", "preference", 10, 0, 10},
};

// What is no data for training: ids of another tokenizer, and a list of names of data sets.
constexpr std::pair<const char*, const char*> kNoData[] = {
    {"sft/axolotl-fixtures/conversation.tokenized_llama2chat.json",
     "conversation.tokenized_llama2chat.json does not say where its rows are."},
    {"sft/llama-factory/dataset_info.json", "dataset_info.json does not say where its rows are."},
};

DatasetFile readReal(const RealFile& real) {
    DataFileConfig file{.path = (kFixtures + real.file).toStdString()};
    for (const QString& pair : QString(real.columns).split(' ', Qt::SkipEmptyParts))
        file.columns[pair.section('=', 0, 0).toStdString()] = pair.section('=', 1).toStdString();
    return readDataset(file);
}

} // namespace

// All data files of real projects.
class RealFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QDir(kFixtures + "sft").exists()) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void formatAndCountsAreFound_data() {
        QTest::addColumn<const RealFile*>("real");
        for (const RealFile& real : kRealFiles)
            QTest::newRow(real.file) << &real;
    }
    void formatAndCountsAreFound() {
        QFETCH(const RealFile*, real);

        const DatasetFile read = readReal(*real);

        QCOMPARE(read.format, std::string(real->format));
        QCOMPARE(static_cast<int>(read.rows), real->rows);
        QCOMPARE(static_cast<int>(badRowCount(read)), real->bad);
        QCOMPARE(static_cast<int>(read.examples.size()), real->examples);
    }

    void otherFilesAreRefused_data() {
        QTest::addColumn<QString>("message");
        for (const auto& [file, message] : kNoData)
            QTest::newRow(file) << message;
    }
    void otherFilesAreRefused() {
        QFETCH(QString, message);
        try {
            (void)readDataset({.path = (kFixtures + QTest::currentDataTag()).toStdString()});
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadDataset);
            QCOMPARE(QString::fromStdString(error.message), message);
        }
    }

    void noFileIsForgotten() {
        QStringList known;
        for (const RealFile& real : kRealFiles)
            known << real.file;
        for (const auto& [file, message] : kNoData)
            known << file;
        for (const char* folder : {"sft", "preference"})
            for (QDirIterator files(kFixtures + folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
                const QString name = QDir(kFixtures).relativeFilePath(files.next());
                QVERIFY2(known.contains(name), qPrintable(name));
            }
    }
};

FETTLE_TEST(RealFilesTest)
#include "real_files_test.moc"
