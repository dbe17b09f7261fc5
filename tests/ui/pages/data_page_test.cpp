#include "tests/ui/pages/studio.h"

#include "core/base/resources.h"
#include "ui/pages/data/data_page.h"
#include "ui/pages/train/train_page.h"
#include "ui/widgets/card.h"
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
