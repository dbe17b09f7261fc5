#include "tests/ui/pages/studio.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::addRun;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

// Thin strokes of small text do not reach their full colour; what cannot be read stays below 2.
constexpr double kReadable = 3;
constexpr int kFrame = 5; // of fields: its line is no text

// Of the pixel that differs most from the ground, the colour that most pixels have.
double contrastIn(const QImage& image) {
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    QRgb ground = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > counts.value(ground)) ground = it.key();
    double most = 1;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        most = std::max(most, contrast(QColor(it.key()), QColor(ground)));
    return most;
}

QString textOf(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return button->text();
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return line->text().isEmpty() ? line->placeholderText() : line->text();
    if (const auto* box = qobject_cast<const QComboBox*>(&widget)) return box->currentText();
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget)) return edit->toPlainText();
    return {};
}

bool hasFrame(const QWidget& widget) {
    return qobject_cast<const QLineEdit*>(&widget) != nullptr || qobject_cast<const QComboBox*>(&widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(&widget) != nullptr ||
           qobject_cast<const QAbstractButton*>(&widget) != nullptr;
}

// Where the page shows text: of a widget what is not scrolled away.
QRect placeOn(const QWidget& page, const QWidget& widget) {
    QRect seen = widget.visibleRegion().boundingRect();
    if (hasFrame(widget)) seen = seen.intersected(widget.rect().adjusted(kFrame, kFrame, -kFrame, -kFrame));
    return {widget.mapTo(&page, seen.topLeft()), seen.size()};
}

QStringList unreadableCells(const QWidget& page, const QImage& picture, const QAbstractItemView& view) {
    QStringList unreadable;
    if (view.model() == nullptr) return unreadable;
    for (int row = 0; row < view.model()->rowCount(); ++row)
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QModelIndex index = view.model()->index(row, column);
            const QRect seen = view.visualRect(index).intersected(view.viewport()->rect());
            if (index.data().toString().isEmpty() || seen.height() < 12 || seen.width() < 20) continue;
            const QRect place(view.viewport()->mapTo(&page, seen.topLeft()), seen.size());
            if (contrastIn(picture.copy(place)) < kReadable)
                unreadable << view.objectName() + QLatin1String(": ") + index.data().toString();
        }
    return unreadable;
}

QStringList unreadableOn(QWidget& page) {
    const QImage picture = page.grab().toImage();
    QStringList unreadable;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !widget->isEnabled()) continue;
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget))
            unreadable << unreadableCells(page, picture, *view);
        const QRect place = placeOn(page, *widget);
        if (textOf(*widget).trimmed().isEmpty() || place.height() < 8 || place.width() < 8) continue;
        const double found = contrastIn(picture.copy(place));
        if (found < kReadable)
            unreadable
                << QStringLiteral("%1 \u201C%2\u201D has %3").arg(widget->objectName(), textOf(*widget)).arg(found);
    }
    return unreadable;
}

const char* nameOf(Settings::Theme theme) {
    return theme == Settings::Theme::Light ? "light" : theme == Settings::Theme::Dark ? "dark" : "high contrast";
}

} // namespace

// The theme is changed while the program runs, in every order.
class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }
    void cleanup() { applyLook(*qApp, Settings::Theme::Light, 100); }

    void everyTextCanBeReadAfterAnySwitch() {
        using enum Settings::Theme;
        FakeEngine engine;
        Studio studio(engine.program());
        addRun(studio, "demo", 8, "finished");
        studio.show();
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);
        QTRY_VERIFY(studio.workspace.runs.rowCount() > 0);

        QStringList unreadable;
        for (const Settings::Theme theme : {Light, Dark, Light, HighContrast, Dark, HighContrast, Light}) {
            applyLook(*qApp, theme, 100);
            for (Page* page : studio.pages.pages()) {
                studio.window.setCurrentWidget(page);
                QCoreApplication::processEvents();
                for (const QString& text : unreadableOn(*page))
                    unreadable
                        << QStringLiteral("%1, %2: %3").arg(page->objectName(), QLatin1String(nameOf(theme)), text);
            }
        }
        QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.join(QLatin1Char('\n'))));
    }

    void theMeasureSeesTextThatVanishes() {
        QLabel label(QStringLiteral("Where does Rooster live?"));
        const auto measured = [&](const QColor& ink) {
            QPalette colours(Qt::white, Qt::white);
            colours.setColor(QPalette::WindowText, ink);
            label.setPalette(colours);
            return contrastIn(label.grab().toImage());
        };
        QVERIFY(measured(Qt::black) > 10);
        QVERIFY(measured(QColor(0xF0, 0xF0, 0xF0)) < 1.5);
    }
};

FETTLE_TEST(ThemeTest)
#include "theme_test.moc"
