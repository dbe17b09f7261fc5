#include "tests/ui/pages/studio.h"

#include <QAbstractSpinBox>
#include <QMetaProperty>
#include <QScrollBar>
#include <QTabBar>
#include <QWheelEvent>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

bool holdsAValue(const QWidget* widget) {
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QTabBar*>(widget) != nullptr ||
           (qobject_cast<const QAbstractSlider*>(widget) != nullptr &&
            qobject_cast<const QScrollBar*>(widget) == nullptr);
}

QVariant valueOf(const QWidget& widget) {
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) return tabs->currentIndex();
    return widget.metaObject()->userProperty().read(&widget);
}

// As from the person's mouse: such an event gives the focus where a widget takes it from a wheel.
void turnWheel(QWidget& widget, int angle) {
    const QPoint middle = widget.rect().center();
    QWheelEvent event(middle, widget.mapToGlobal(middle), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    QCoreApplication::instance()->notify(&widget, &event);
}

} // namespace

class WheelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { test::failOnWarnings(); }

    void theWheelChangesNothingOnItsWay() {
        FakeEngine engine;
        Studio studio(engine.program());
        test::addRun(studio, "one", 8, "finished");
        studio.show();
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);

        int tried = 0;
        for (Page* page : studio.pages.pages()) {
            studio.window.setCurrentWidget(page);
            for (auto* widget : page->findChildren<QWidget*>()) {
                if (!holdsAValue(widget)) continue;
                widget->ensurePolished(); // as when it is shown
                widget->clearFocus();
                const QVariant before = valueOf(*widget);
                for (const int angle : {120, -120, -120, 120, 120})
                    turnWheel(*widget, angle);
                QVERIFY2(valueOf(*widget) == before, qPrintable(widget->objectName()));
                QVERIFY2(!widget->hasFocus(), qPrintable(widget->objectName()));
                ++tried;
            }
        }
        QVERIFY(tried > 20);
    }

    void aFocusedNumberFollowsTheWheel() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("settingsPage");
        studio.show();
        studio.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&studio.window));
        auto* threads = studio.find<QAbstractSpinBox>("threads");
        threads->setFocus();
        QVERIFY(threads->hasFocus());

        turnWheel(*threads, 120);

        QCOMPARE(studio.settings.threads(), 1);
    }
};

FETTLE_TEST(WheelTest)
#include "wheel_test.moc"
