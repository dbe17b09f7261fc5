#include "ui/widgets/style.h"

#include "ui/widgets/fettle_style.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QWidget>

#include <array>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr int kBodyPixels = 13;

struct Inks {
    QRgb light, dark, highContrast;
};

// In the order of Ink.
constexpr std::array kInks = {
    Inks{0xFFF6F7F9, 0xFF16181C, 0xFF000000}, // Window
    Inks{0xFFFFFFFF, 0xFF1E2126, 0xFF000000}, // Card
    Inks{0xFFDFE3E8, 0xFF30343B, 0xFFFFFFFF}, // Border
    Inks{0xFF868E98, 0xFF6B747F, 0xFFFFFFFF}, // FieldBorder
    Inks{0xFF1B1F24, 0xFFE7EAEE, 0xFFFFFFFF}, // Text
    Inks{0xFF5B6570, 0xFF9AA4AF, 0xFFE0E0E0}, // Secondary
    Inks{0xFF2563EB, 0xFF6EA0FF, 0xFF00E5FF}, // Accent
    Inks{0xFFFFFFFF, 0xFF10131A, 0xFF000000}, // OnAccent
    Inks{0xFFC0362C, 0xFFFF7B72, 0xFFFF8A80}, // Danger
    Inks{0xFFA15C00, 0xFFE3A93C, 0xFFFFD54F}, // Warning
    Inks{0xFF1A7F4B, 0xFF4CC38A, 0xFF69F0AE}, // Good
    Inks{0xFF0072B2, 0xFF5AB0E6, 0xFF7CC7FF}, // Base
    Inks{0xFFB85C00, 0xFFFFA23A, 0xFFFFB74D}, // Tuned
    Inks{0xFFEFF2F6, 0xFF272B31, 0xFF2B2B2B}, // Hover
    Inks{0xFFE3E8EF, 0xFF30353D, 0xFF404040}, // Pressed
    Inks{0xFFDCE7FD, 0xFF2A3B5C, 0xFF004B57}, // Selection
    Inks{0xFFECEFF3, 0xFF282C32, 0xFF4A4A4A}, // Grid
};

// Okabe and Ito without the two that stand for base and tuned; darker on white, lighter on black, so that lines keep
// 3:1.
constexpr std::array kSeries = {
    Inks{0xFF00896B, 0xFF2CC79E, 0xFF2CC79E}, Inks{0xFFB5568F, 0xFFE08DBF, 0xFFE08DBF},
    Inks{0xFF2B8CBE, 0xFF8CCBF0, 0xFF8CCBF0}, Inks{0xFFC2481A, 0xFFFF8A5B, 0xFFFF8A5B},
    Inks{0xFF8A7A00, 0xFFF0E442, 0xFFF0E442}, Inks{0xFF6B747F, 0xFFAAB3BD, 0xFFAAB3BD},
    Inks{0xFF6A51C7, 0xFFB39DFF, 0xFFB39DFF},
};

QColor pick(const Inks& inks, Look look) {
    switch (look) {
    case Look::Light:
        return QColor::fromRgb(inks.light);
    case Look::Dark:
        return QColor::fromRgb(inks.dark);
    case Look::HighContrast:
        break;
    }
    return QColor::fromRgb(inks.highContrast);
}

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

Look lookFor(Settings::Theme theme) {
    switch (theme) {
    case Settings::Theme::Light:
        return Look::Light;
    case Settings::Theme::Dark:
        return Look::Dark;
    case Settings::Theme::HighContrast:
        return Look::HighContrast;
    case Settings::Theme::System:
        break;
    }
    QApplication::setPalette(QPalette()); // an empty palette brings the desktop's own back
    return QApplication::palette().color(QPalette::Window).lightness() < 128 ? Look::Dark : Look::Light;
}

// The desktop's font where it is larger than ours; read once, before anything changes it.
int systemPixels() {
    static const int kPixels = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).pixelSize();
    return kPixels;
}

// Qt tells windows alone: what has a colour or a font of its own would keep that of the look before.
void tellEveryWidget() {
    const auto widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        QEvent event(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace

Look lookOf(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (window == pick(kInks[static_cast<int>(Ink::Window)], Look::HighContrast)) return Look::HighContrast;
    return window.lightness() < 128 ? Look::Dark : Look::Light;
}

QColor ink(Ink role, Look look) {
    return pick(kInks[static_cast<std::size_t>(role)], look);
}

QColor ink(Ink role, const QPalette& palette) {
    return ink(role, lookOf(palette));
}

QColor seriesInk(int series, const QPalette& palette) {
    if (series == 0) return ink(Ink::Base, palette);
    if (series == 1) return ink(Ink::Tuned, palette);
    return pick(kSeries[static_cast<std::size_t>(series - 2) % kSeries.size()], lookOf(palette));
}

QColor blended(const QColor& over, const QColor& under, double share) {
    const auto mix = [share](float above, float below) { return static_cast<float>(below + (above - below) * share); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

double contrast(const QColor& left, const QColor& right) {
    const auto [low, high] = std::minmax({luminance(left), luminance(right)});
    return (high + 0.05) / (low + 0.05);
}

QPalette paletteOf(Look look) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Ink of) { palette.setColor(role, ink(of, look)); };
    set(QPalette::Window, Ink::Window);
    set(QPalette::WindowText, Ink::Text);
    set(QPalette::Base, Ink::Card);
    set(QPalette::AlternateBase, Ink::Hover);
    set(QPalette::Text, Ink::Text);
    set(QPalette::Button, Ink::Card);
    set(QPalette::ButtonText, Ink::Text);
    set(QPalette::BrightText, Ink::Danger);
    set(QPalette::ToolTipBase, Ink::Card);
    set(QPalette::ToolTipText, Ink::Text);
    set(QPalette::PlaceholderText, Ink::Secondary);
    set(QPalette::Highlight, Ink::Selection);
    set(QPalette::HighlightedText, Ink::Text);
    set(QPalette::Link, Ink::Accent);
    set(QPalette::LinkVisited, Ink::Accent);
    set(QPalette::Light, Ink::Card);
    set(QPalette::Midlight, Ink::Hover);
    set(QPalette::Mid, Ink::Border);
    set(QPalette::Dark, Ink::Border);
    set(QPalette::Shadow, Ink::Border);
    const QColor off = blended(ink(Ink::Text, look), ink(Ink::Card, look), 0.45);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, off);
    return palette;
}

int scaled(int pixels) {
    const int font = QFontInfo(QApplication::font()).pixelSize();
    return static_cast<int>(std::lround(pixels * std::max(0.75, font / double(kBodyPixels))));
}

QFont fontOf(TextRole role) {
    QFont font = QApplication::font();
    switch (role) {
    case TextRole::PageTitle:
        font.setPixelSize(scaled(20));
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::CardTitle:
        font.setPixelSize(scaled(15));
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Secondary:
        font.setPixelSize(scaled(12));
        break;
    case TextRole::Mono:
        font.setFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        font.setStyleHint(QFont::Monospace);
        font.setPixelSize(scaled(12));
        break;
    case TextRole::Body:
        break;
    }
    return font;
}

void applyLook(QApplication& application, Settings::Theme theme, int fontPercent) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(static_cast<int>(std::lround(std::max(kBodyPixels, systemPixels()) * fontPercent / 100.0)));
    if (qobject_cast<FettleStyle*>(application.style()) == nullptr) QApplication::setStyle(new FettleStyle);
    const QPalette palette = paletteOf(lookFor(theme));
    QApplication::setPalette(palette);
    QApplication::setFont(font);
    tellEveryWidget();
}

} // namespace fettle::ui
