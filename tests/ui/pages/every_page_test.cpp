#include "tests/ui/pages/studio.h"

#include "ui/pages/chat/chat_page.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTranslator>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::addRun;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

QString placeOf(const QWidget* widget) {
    QStringList path;
    for (; widget != nullptr; widget = widget->parentWidget())
        path.prepend(widget->objectName().isEmpty() ? QLatin1String(widget->metaObject()->className())
                                                    : widget->objectName());
    return path.join(QLatin1Char('/'));
}

// Qt's own parts of a control, which speaks for them: lists of combo boxes, lines of spin boxes, heads of tables.
bool isInner(const QWidget& widget) {
    if (widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar*>(&widget) != nullptr ||
        qobject_cast<const QHeaderView*>(&widget) != nullptr)
        return true;
    for (const QWidget* owner = widget.parentWidget(); owner != nullptr; owner = owner->parentWidget())
        if (qobject_cast<const QComboBox*>(owner) != nullptr ||
            qobject_cast<const QAbstractSpinBox*>(owner) != nullptr ||
            qobject_cast<const QLineEdit*>(owner) != nullptr || qobject_cast<const QTabBar*>(owner) != nullptr ||
            qobject_cast<const QAbstractItemView*>(owner) != nullptr)
            return qobject_cast<const QComboBox*>(&widget) == nullptr; // one in a table's head has its own name
    return qobject_cast<const QTabBar*>(&widget) != nullptr;
}

bool hasName(const QWidget& widget) {
    if (!widget.accessibleName().isEmpty() || !widget.toolTip().isEmpty()) return true;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return !button->text().isEmpty();
    for (const QLabel* label : widget.window()->findChildren<QLabel*>())
        if (label->buddy() == &widget) return true;
    return false;
}

// Every text 40 % longer, as a language with long words has it.
class LongerTexts : public QTranslator {
public:
    QString translate(const char*, const char* source, const char*, int) const override {
        const QString text = QString::fromUtf8(source);
        return text + QString(text.size() * 2 / 5, QLatin1Char('x'));
    }
    bool isEmpty() const override { return false; }
};

// Texts that do not get the room they ask for.
QStringList clippedTexts(const QWidget& page) {
    QStringList clipped;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisible() || isInner(*widget)) continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if ((label == nullptr || label->text().isEmpty()) && (button == nullptr || button->text().isEmpty())) continue;
        const QSize wanted = widget->minimumSizeHint();
        if (widget->width() + 1 < wanted.width() || widget->height() + 1 < wanted.height())
            clipped << QStringLiteral("%1 has %2x%3, wants %4x%5")
                           .arg(placeOf(widget))
                           .arg(widget->width())
                           .arg(widget->height())
                           .arg(wanted.width())
                           .arg(wanted.height());
    }
    for (const QScrollArea* area : page.findChildren<QScrollArea*>())
        if (area->isVisible() && area->horizontalScrollBar()->maximum() > 0)
            clipped
                << QStringLiteral("%1 is %2 too wide").arg(placeOf(area)).arg(area->horizontalScrollBar()->maximum());
    return clipped;
}

// A control and the frame around it, as they are on the screen.
QImage pictureOf(QWidget& control) {
    constexpr int kAround = 20;
    QWidget* window = control.window();
    const QRect place(control.mapTo(window, QPoint(-kAround, -kAround)),
                      control.size() + QSize(2 * kAround, 2 * kAround));
    return window->grab(place & window->rect()).toImage().convertToFormat(QImage::Format_RGB32);
}

// Pixels that stand out from what was there before, as WCAG 2.4.13 asks of a focus.
int standsOut(const QImage& before, const QImage& after) {
    int count = 0;
    for (int y = 0; y < after.height(); ++y)
        for (int x = 0; x < after.width(); ++x)
            count += contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3 ? 1 : 0;
    return count;
}

QStringList withoutVisibleFocus(Page& page) {
    QStringList hidden;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        const bool takesFocus = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isEnabled();
        if (!takesFocus || !widget->isVisible() || isInner(*widget) || widget->visibleRegion().isEmpty()) continue;
        if (QWidget* focused = QApplication::focusWidget()) focused->clearFocus();
        const QImage before = pictureOf(*widget);
        widget->setFocus(Qt::TabFocusReason);
        // A text's own cursor blinks: a line is not enough.
        if (standsOut(before, pictureOf(*widget)) < 40) hidden << placeOf(widget).section(QLatin1Char('/'), -2);
    }
    return hidden;
}

// As large as the smallest screen leaves it beside the rail, with a run in it.
void showSmall(Studio& studio) {
    addRun(studio, "demo", 8, "finished");
    studio.window.resize(968, 600);
    studio.show();
    (void)QTest::qWaitFor([&studio] { return studio.workspace.runs.rowCount() > 0; }, 2000);
}

QStringList clippedOnAnyPage(Studio& studio) {
    QStringList clipped;
    for (Page* page : studio.pages.pages()) {
        studio.window.setCurrentWidget(page);
        // Layouts settle over some turns of the event loop; before the first there is nothing to see.
        QCoreApplication::processEvents();
        (void)QTest::qWaitFor([page] { return clippedTexts(*page).isEmpty(); }, 2000);
        clipped << clippedTexts(*page);
    }
    return clipped;
}

} // namespace

class EveryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void everyControlHasANameForAScreenReader() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();

        QStringList nameless;
        for (const Page* page : studio.pages.pages())
            for (const QWidget* widget : page->findChildren<QWidget*>())
                if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !isInner(*widget) && !hasName(*widget))
                    nameless << placeOf(widget);

        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void theFocusIsSeenOnControls() {
        applyLook(*qApp, Settings::Theme::Light, 100);
        FakeEngine engine;
        Studio studio(engine.program());
        addRun(studio, "demo", 8, "finished");
        studio.show();
        studio.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&studio.window));
        QTRY_VERIFY(studio.workspace.runs.rowCount() > 0);
        static_cast<ChatPage*>(studio.page("chatPage"))->ask(QStringLiteral("Where?"));

        QStringList hidden;
        for (const char* page : {"modelsPage", "dataPage", "trainPage", "chatPage", "exportPage", "settingsPage"}) {
            studio.open(page);
            QCoreApplication::processEvents();
            hidden << withoutVisibleFocus(*studio.page(page));
        }

        QVERIFY2(hidden.isEmpty(), qPrintable(hidden.join(QLatin1Char('\n'))));
    }

    void nothingIsClippedWithLargeText() {
        applyLook(*qApp, Settings::Theme::Light, 150);
        {
            FakeEngine engine;
            Studio studio(engine.program());
            showSmall(studio);
            const QStringList clipped = clippedOnAnyPage(studio);
            QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
        }
        applyLook(*qApp, Settings::Theme::Light, 100);
    }

    void nothingIsClippedWithLongerTexts() {
        LongerTexts longer;
        QCoreApplication::installTranslator(&longer);
        {
            FakeEngine engine;
            Studio studio(engine.program());
            showSmall(studio);
            const QStringList clipped = clippedOnAnyPage(studio);
            QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(QLatin1Char('\n'))));
        }
        QCoreApplication::removeTranslator(&longer);
    }
};

FETTLE_TEST(EveryPageTest)
#include "every_page_test.moc"
