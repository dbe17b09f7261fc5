#include "tests/ui/pages/studio.h"

#include "core/base/resources.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/train/train_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/histogram.h"
#include "ui/widgets/message_strip.h"

#include <QPlainTextEdit>
#include <QTableView>

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
        QCOMPARE(studio.find<QTableView>("findings")->model()->rowCount(), 0);
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

    void anotherLengthKeepsTheRow() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();
        studio.page("dataPage")->open({pocketChat()});
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        auto* rows = studio.find<QTableView>("rows");
        rows->setCurrentIndex(rows->model()->index(7, 0));

        Q_EMIT studio.find<Histogram>("lengths")->lineReleased(40);

        QTRY_VERIFY(!studio.page("dataPage")->primaryAction()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("dataPage")->primaryAction()->isEnabled(), 20000);
        QCOMPARE(rows->currentIndex().row(), 7);
    }

    void aBadRowIsFoundByItsLine() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("dataPage");
        studio.show();
        const QByteArray good = "{\"prompt\": \"a\", \"completion\": \"b\"}\n";

        studio.page("dataPage")->open({write(studio, "rows.jsonl", good + "{\"prompt\": 3}\n" + good)});

        auto* findings = studio.find<QTableView>("findings");
        QTRY_VERIFY_WITH_TIMEOUT(findings->isVisible(), 20000);
        QVERIFY(findings->model()->rowCount() >= 1);
    }
};

FETTLE_TEST(DataPageTest)
#include "data_page_test.moc"
