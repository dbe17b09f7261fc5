#include "ui/widgets/page_column.h"

#include "ui/widgets/style.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QApplication>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace fettle::ui;

class PageColumnTest : public QObject {
    Q_OBJECT

    static int rightEdge(const PageColumn& column, const QWidget& card) {
        return card.mapTo(&column, card.rect().topRight()).x();
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { fettle::test::failOnWarning(); }

    void cardsEndOnOneEdgeWithAndWithoutTheScrollBar() {
        PageColumn column;
        auto* card = new QWidget;
        card->setFixedHeight(100);
        column.content()->addWidget(card);
        column.resize(700, 400);
        column.show();
        QCoreApplication::processEvents();
        const int before = rightEdge(column, *card);
        QVERIFY(!column.verticalScrollBar()->isVisible());

        card->setFixedHeight(2000);
        QTRY_VERIFY(column.verticalScrollBar()->isVisible());

        QTRY_COMPARE(rightEdge(column, *card), before);
    }

    void whatIsBesideKeepsItsPlaceAndTheScrollBarTheEdge() {
        PageColumn column;
        auto* card = new QWidget;
        card->setFixedHeight(3000);
        column.content()->addWidget(card);
        auto* beside = new QWidget;
        column.setBeside(beside, 320);
        column.showBeside(true);
        for (const int width : {900, 2000}) {
            column.resize(width, 400);
            column.show();
            QCoreApplication::processEvents();

            QTRY_COMPARE(beside->width(), 320);
            QVERIFY(rightEdge(column, *card) < beside->x());
            const QScrollBar* bar = column.verticalScrollBar();
            QTRY_COMPARE(bar->mapTo(&column, bar->rect().topRight()).x(), width - 1);
            QVERIFY(beside->geometry().right() < bar->mapTo(&column, QPoint()).x());
        }
        QCOMPARE(beside->x(), PageColumn::usualWidth()); // a wide page leaves room at its right, not between
    }
};

FETTLE_TEST(PageColumnTest)
#include "page_column_test.moc"
