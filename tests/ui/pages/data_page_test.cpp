#include "tests/ui/pages/studio.h"

#include "core/base/resources.h"
#include "tests/support/byte_model.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/data/findings_list.h"
#include "ui/pages/train/train_page.h"
#include "ui/text/names.h"
#include "ui/widgets/card.h"
#include "ui/widgets/histogram.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/token_view.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

QString pocketChat() {
    return QString::fromStdString((resourceFolder() / "pocket" / "data" / "chat.jsonl").string());
}

QString write(const Studio& studio, const char* name, const QByteArray& text) {
    QFile file(studio.homePath(name));
    if (file.open(QIODevice::WriteOnly)) file.write(text);
    return file.fileName();
}

void readPocketChat(Studio& studio) {
    studio.open("dataPage");
    studio.show();
    studio.page("dataPage")->open({pocketChat()});
    QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
}

} // namespace

class DataPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void aDroppedFileIsShownCountedAndUsed() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();

        studio.pages.open({pocketChat()});

        QTRY_VERIFY(studio.shows("dataPage"));
        auto* use = studio.page("dataPage")->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(use->isEnabled(), 20000);
        QCOMPARE(studio.find<Tile>("tileRows")->value(), QLocale().toString(2100));
        QTRY_VERIFY(studio.find<QPlainTextEdit>("rowRaw")->toPlainText().contains(QLatin1String("messages")));
        studio.primary("dataPage");
        QVERIFY(studio.shows("trainPage"));
        QCOMPARE(QString::fromStdString(
                     static_cast<TrainPage*>(studio.page("trainPage"))->draft().config().data.train.front().path),
                 pocketChat());
    }

    void aBrokenFileIsTold() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();

        studio.page("dataPage")->open({write(studio, "broken.jsonl", "{\"a\": 1}\n")});

        auto* error = studio.page("dataPage")->findChild<ErrorStrip*>();
        QTRY_VERIFY(error->isVisible());
        QVERIFY(!studio.page("dataPage")->primaryAction()->isEnabled());
    }

    void aFailedFileClearsThePage() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();
        auto* page = studio.page("dataPage");
        page->open({pocketChat()});
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);

        page->open({studio.homePath("no such file.jsonl")});

        QTRY_VERIFY(page->findChild<ErrorStrip*>()->isVisible());
        QVERIFY(!page->primaryAction()->isEnabled());
        QCOMPARE(page->primaryAction()->text(), QStringLiteral("Cannot be used"));
        QCOMPARE(studio.find<QTableView>("rows")->model()->rowCount(), 0);
        QVERIFY(!studio.find<FindingsList>("findings")->isVisible());
        QVERIFY(studio.find<QPlainTextEdit>("rowRaw")->toPlainText().isEmpty());
        QVERIFY(studio.find<Tile>("tileRows")->value() != QLocale().toString(2100));
        QVERIFY(!studio.find<MessageStrip>("dataReview")->isVisible());

        page->open({pocketChat()});
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);
        QVERIFY(!page->findChild<ErrorStrip*>()->isVisible());
    }

    void useChangesNothingButTheFile() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();
        ConfigDraft& draft = static_cast<TrainPage*>(studio.page("trainPage"))->draft();
        QTRY_VERIFY(!draft.config().data.train.empty());
        draft.set("data.max_length", 77);
        draft.set("data.packing", true);
        RunConfig wanted = draft.config();
        const QString file = write(studio, "mine.jsonl", "{\"prompt\": \"a\", \"completion\": \"b\"}\n");
        studio.page("dataPage")->open({file});
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);

        studio.primary("dataPage");

        wanted.data.train = {DataFileConfig{.path = file.toStdString()}};
        QCOMPARE(toJson(draft.config()).dump(2), toJson(wanted).dump(2));
    }

    void aCountTakesNoRoomFromTexts() {
        FakeEngine engine;
        Studio studio(engine.program());
        readPocketChat(studio);
        const auto* rows = studio.find<QTableView>("rows");

        QTRY_VERIFY(rows->columnWidth(2) < rows->columnWidth(1) / 2);
        QVERIFY(std::abs(rows->columnWidth(0) - rows->columnWidth(1)) <= 1);
    }

    void anotherLengthKeepsTheRow() {
        FakeEngine engine;
        Studio studio(engine.program());
        readPocketChat(studio);
        auto* rows = studio.find<QTableView>("rows");
        rows->setCurrentIndex(rows->model()->index(7, 0));

        Q_EMIT studio.find<Histogram>("lengths")->lineReleased(40);

        QTRY_VERIFY(!studio.page("dataPage")->primaryAction()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        QCOMPARE(rows->currentIndex().row(), 7);
    }

    void anotherModelKeepsTheRow() {
        FakeEngine engine;
        Studio studio(engine.program());
        test::writeByteModel(studio.homePath("bytes").toStdString());
        studio.open("dataPage");
        studio.show();
        studio.workspace.baseModels.addFolder(studio.homePath("bytes"));
        studio.page("dataPage")->open({pocketChat()});
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        auto* rows = studio.find<QTableView>("rows");
        rows->setCurrentIndex(rows->model()->index(7, 0));
        auto* models = studio.find<QComboBox>("dataModel");
        QTRY_VERIFY(studio.workspace.baseModels.rowOf(studio.homePath("bytes")) >= 0);

        models->setCurrentIndex(studio.workspace.baseModels.rowOf(studio.homePath("bytes")));
        Q_EMIT models->activated(models->currentIndex());

        QTRY_VERIFY(!studio.page("dataPage")->primaryAction()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        QCOMPARE(rows->currentIndex().row(), 7);
    }

    void aFindingWalksThroughItsRows() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();
        const QByteArray twin = "{\"prompt\": \"a\", \"completion\": \"b\"}\n";
        const QByteArray other = "{\"prompt\": \"c\", \"completion\": \"d\"}\n";

        studio.page("dataPage")->open({write(studio, "rows.jsonl", twin + other + twin + other)});

        QTRY_VERIFY_WITH_TIMEOUT(studio.find<FindingsList>("findings")->isVisible(), 20000);
        auto* rows = studio.find<QTableView>("rows");
        studio.find<QAbstractButton>("showFinding")->click();
        QCOMPARE(rows->currentIndex().row(), 2);
        studio.find<QAbstractButton>("showFinding")->click();
        QCOMPARE(rows->currentIndex().row(), 3);
        studio.find<QAbstractButton>("showFinding")->click();
        QCOMPARE(rows->currentIndex().row(), 2);
    }

    void rowsThatCannotBeReadAreNamedByTheirLines() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();
        const QByteArray good = "{\"prompt\": \"a\", \"completion\": \"b\"}\n";

        studio.page("dataPage")->open({write(studio, "rows.jsonl", good + "{\"prompt\": 3}\n{broken\n")});

        auto* findings = studio.find<FindingsList>("findings");
        QTRY_VERIFY_WITH_TIMEOUT(findings->isVisible(), 20000);
        QVERIFY(!studio.find<QAbstractButton>("showFinding")->isVisible());
        const auto labels = findings->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().contains("Line 2."); }));
    }

    void pairsAreRecognisedAndReadPartByPart_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("format");
        QTest::newRow("ShareGPT pair") << QByteArray(
                                              R"({"conversations": [{"from": "human", "value": "q"}], "chosen": )"
                                              R"({"from": "gpt", "value": "c"}, "rejected": {"from": "gpt", )"
                                              R"("value": "r"}})")
                                       << "sharegpt_preference";
        QTest::newRow("texts") << QByteArray(R"({"prompt": "q", "chosen": "c", "rejected": "r"})") << "preference";
        QTest::newRow("turns") << QByteArray(R"({"prompt": [{"role": "user", "content": "q"}], "chosen": [{"role": )"
                                             R"("assistant", "content": "c"}], "rejected": [{"role": "assistant", )"
                                             R"("content": "r"}]})")
                               << "preference";
        QTest::newRow("transcripts") << QByteArray(R"({"chosen": "\n\nHuman: q\n\nAssistant: c", )"
                                                   R"("rejected": "\n\nHuman: q\n\nAssistant: r"})")
                                     << "hh_rlhf";
    }
    void pairsAreRecognisedAndReadPartByPart() {
        QFETCH(QByteArray, row);
        QFETCH(QString, format);
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();

        studio.page("dataPage")->open({write(studio, "pairs.jsonl", row + '\n')});

        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        const QString found = studio.find<MessageStrip>("dataReview")->text();
        QVERIFY2(found.contains(formatName(format)), qPrintable(found));
        QVERIFY(studio.find<QComboBox>("dataFormat")->findData(format) >= 0);
        auto* model = studio.find<QTableView>("rows")->model();
        const QStringList wanted = {"q", "c", "r"};
        for (int column = 0; column < 3; ++column)
            QCOMPARE(model->index(0, column).data().toString(), wanted[column]);
        QVERIFY(studio.find<QWidget>("rowChosen")->isVisible());
        QVERIFY(studio.find<QWidget>("rowRejected")->isVisible());
        QTRY_VERIFY(studio.find<TokenView>("rowTokens")->toPlainText().contains("Rejected"));
    }

    void rowsStayVisibleBesideTheirFindings_data() {
        QTest::addColumn<int>("percent");
        QTest::newRow("100 %") << 100;
        QTest::newRow("150 %") << 150;
    }
    // At 1024 x 700 the frame leaves a page 860 x 590.
    void rowsStayVisibleBesideTheirFindings() {
        QFETCH(int, percent);
        FakeEngine engine;
        Studio studio(engine.program());
        applyLook(*qApp, Settings::Theme::Light, percent);
        studio.window.resize(860, 590);
        studio.open("dataPage");
        studio.show();
        QByteArray rows;
        for (int i = 0; i < 40; ++i)
            rows += "{\"prompt\": \"" + QByteArray::number(i % 20) +
                    "\", \"completion\": \"\"}\n{broken\n{\"prompt\": 3}\n";

        studio.page("dataPage")->open({write(studio, "rows.jsonl", rows)});

        auto* findings = studio.find<FindingsList>("findings");
        QTRY_VERIFY_WITH_TIMEOUT(findings->isVisible(), 20000);
        QApplication::processEvents(); // the layout of what has just appeared
        const auto* table = studio.find<QTableView>("rows");
        const int shown = table->viewport()->height() / table->rowHeight(0);
        applyLook(*qApp, Settings::Theme::Light, 100);
        QCOMPARE(studio.window.size(), QSize(860, 590)); // nothing pushes the window open
        QVERIFY2(shown >= 3, qPrintable(QString::number(shown)));
    }
};

FETTLE_TEST(DataPageTest)
#include "data_page_test.moc"
