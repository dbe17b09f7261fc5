#include "tests/ui/pages/studio.h"

#include "core/base/resources.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/train/train_page.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

std::string pocketFile(const char* name) {
    return (resourceFolder() / "pocket" / "data" / name).string();
}

std::vector<std::string> pathsOf(const std::vector<DataFileConfig>& files) {
    std::vector<std::string> paths;
    for (const DataFileConfig& file : files)
        paths.push_back(file.path);
    return paths;
}

ConfigDraft& draftOf(const Studio& studio) {
    return static_cast<TrainPage*>(studio.page("trainPage"))->draft();
}

// By keyboard or mouse, wherever the layout has put it by now.
void press(const Studio& studio, const char* button) {
    studio.find<QAbstractButton>(button)->click();
}

void choose(const Studio& studio, const char* dialogName, const std::string& path) {
    auto* dialog = studio.find<QFileDialog>(dialogName);
    Q_EMIT dialog->fileSelected(QString::fromStdString(path));
    dialog->close();
}

void typePath(const Studio& studio, const char* name, const std::string& path) {
    auto* edit = studio.find<QLineEdit>(name);
    edit->selectAll();
    QTest::keyClicks(edit, QString::fromStdString(path));
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

class DataCardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void severalFilesAreListedEditedAndTakenOut() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("trainPage");
        studio.show();
        ConfigDraft& draft = draftOf(studio);
        QTRY_VERIFY(!draft.config().data.train.empty()); // the first start's
        draft.set("data.train", Json::array({{{"path", "a.jsonl"}, {"format", "text"}}}));

        press(studio, "trainDataAdd");
        choose(studio, "trainDataDialog", "b.jsonl");
        QCOMPARE(pathsOf(draft.config().data.train), (std::vector<std::string>{"a.jsonl", "b.jsonl"}));
        QCOMPARE(draft.config().data.train[0].format, std::string("text"));
        QCOMPARE(studio.find<QLineEdit>("trainDataPath2")->text(), "b.jsonl");

        typePath(studio, "trainDataPath2", "c.jsonl");
        QCOMPARE(pathsOf(draft.config().data.train), (std::vector<std::string>{"a.jsonl", "c.jsonl"}));

        press(studio, "trainDataRemove");
        QCOMPARE(pathsOf(draft.config().data.train), (std::vector<std::string>{"c.jsonl"}));
        QCOMPARE(studio.find<QLineEdit>("trainDataPath")->text(), "c.jsonl");
        QVERIFY(!studio.find<QLineEdit>("trainDataPath2")->isVisible());
        QVERIFY(!studio.find<QWidget>("trainDataRemove")->isVisible());
    }

    void aValidationFileIsChosenPlannedAndTakenOut() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("trainPage");
        studio.show();
        ConfigDraft& draft = draftOf(studio);
        QTRY_VERIFY(!draft.config().data.train.empty()); // the first start's
        draft.set("data.train", Json::array({{{"path", pocketFile("chat.jsonl")}}}));
        QVERIFY(studio.window.findChild<QLineEdit*>("validationDataPath") == nullptr);

        press(studio, "validationDataAdd");
        choose(studio, "validationDataDialog", pocketFile("chat.jsonl"));

        QCOMPARE(pathsOf(draft.config().data.validation), (std::vector<std::string>{pocketFile("chat.jsonl")}));
        const QString rows = QLocale().toString(2100);
        const auto* facts = studio.find<QLabel>("dataFacts");
        QTRY_VERIFY_WITH_TIMEOUT(facts->text().contains(rows + " row(s) for validation"), 20000);
        QVERIFY2(facts->text().startsWith(rows), qPrintable(facts->text()));
        press(studio, "validationDataRemove");
        QVERIFY(draft.config().data.validation.empty());
    }

    void eachFileIsLookedAtOnTheDataPage() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("trainPage");
        studio.show();
        QTRY_VERIFY(!draftOf(studio).config().data.train.empty()); // the first start's
        draftOf(studio).set("data.train", Json::array({{{"path", "a.jsonl"}}, {{"path", pocketFile("chat.jsonl")}}}));

        press(studio, "trainDataLook2");

        QVERIFY(studio.shows("dataPage"));
        QCOMPARE(studio.find<QLineEdit>("dataPath")->text(), QString::fromStdString(pocketFile("chat.jsonl")));
    }
};

FETTLE_TEST(DataCardTest)
#include "data_card_test.moc"
