#include "core/base/files.h"
#include "tests/support/test_main.h"
#include "ui/models/prompt_set_model.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

using Status = PromptSetModel::Status;

class PromptSetModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void answersStreamInToTheirSide() {
        PromptSetModel set;
        QAbstractItemModelTester tester(&set);
        set.setPrompts({"one", "two"});

        set.appendText(1, PromptSetModel::Right, "a");
        set.appendText(1, PromptSetModel::Right, "b");
        set.setStatus(1, PromptSetModel::Right, Status::Done);

        QCOMPARE(set.answer(1, PromptSetModel::Right), "ab");
        QCOMPARE(set.answer(1, PromptSetModel::Left), "");
        QCOMPARE(set.index(1, PromptSetModel::Right).data(PromptSetModel::StatusRole).toInt(),
                 static_cast<int>(Status::Done));
    }

    void anEditedPromptLosesItsAnswers() {
        PromptSetModel set;
        set.setPrompts({"one"});
        set.appendText(0, PromptSetModel::Left, "old");

        QVERIFY(set.setData(set.index(0, PromptSetModel::Prompt), "new"));

        QCOMPARE(set.prompts(), QStringList({"new"}));
        QCOMPARE(set.answer(0, PromptSetModel::Left), "");
    }

    void removedPromptsTakeNoMoreText() {
        PromptSetModel set;
        QAbstractItemModelTester tester(&set);
        set.setPrompts({"one", "two", "three"});

        set.removePrompts({0, 2});
        set.appendText(2, PromptSetModel::Left, "late");

        QCOMPARE(set.prompts(), QStringList({"two"}));
    }

    void theTableIsExported() {
        PromptSetModel set;
        set.setSides("pocket", "tuned");
        set.setPrompts({"say \"hi\""});
        set.appendText(0, PromptSetModel::Left, "a|b");
        set.appendText(0, PromptSetModel::Right, "c\nd");

        QCOMPARE(set.toCsv(), "\"Prompt\",\"pocket\",\"tuned\"\n\"say \"\"hi\"\"\",\"a|b\",\"c\nd\"\n");
        QCOMPARE(set.toMarkdown(), "| Prompt | pocket | tuned |\n|---|---|---|\n| say \"hi\" | a\\|b | c<br>d |\n");
    }

    void promptsAreReadFromLinesOrAList() {
        const QTemporaryDir folder;
        const QString lines = folder.filePath("a.txt"), list = folder.filePath("b.json"), broken = folder.filePath("c");
        writeFileAtomically(lines.toStdString(), "one\n\n two \n");
        writeFileAtomically(list.toStdString(), "[\"one\\nmore\", \"two\"]");
        writeFileAtomically(broken.toStdString(), "[1]");

        QCOMPARE(readPrompts(lines), QStringList({"one", "two"}));
        QCOMPARE(readPrompts(list), QStringList({"one\nmore", "two"}));
        QVERIFY_THROWS_EXCEPTION(Error, (void)readPrompts(broken));
    }

    void theLecturesPromptsAreBundled() { QCOMPARE(lecturePrompts().size(), 4); }
};

FETTLE_TEST(PromptSetModelTest)
#include "prompt_set_model_test.moc"
