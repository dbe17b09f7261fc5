#include "core/plan/inputs.h"

#include "core/base/files.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class InputsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreCutToWhatTheModelKnows() {
        const QTemporaryDir folder;
        const std::string rows = folder.filePath("rows.jsonl").toStdString();
        std::string text;
        for (int i = 0; i < 700; ++i)
            text += "a dog ";
        writeFileAtomically(rows, Json{{"text", text}}.dump() + "\n");
        RunConfig config;
        config.data.train = {{.path = rows}};
        config.data.maxLength = 4096;

        const RunInputs inputs = readInputs(config);

        QCOMPARE(inputs.architecture.maxPositions, std::int64_t{512});
        QCOMPARE(inputs.data.train.counts.cut, std::int64_t{1});
        QCOMPARE(inputs.data.train.counts.tokens, std::int64_t{512});
    }
};

FETTLE_TEST(InputsTest)
#include "inputs_test.moc"
