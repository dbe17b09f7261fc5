#pragma once

#include "ui/models/settings.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

class QApplication;

namespace fettle::ui {

// Every colour and length of the window; nothing else names one.

enum class Look { Light, Dark, HighContrast };

enum class Ink {
    Window,
    Card,
    Border,
    FieldBorder, // of something that can be operated: 3:1 against the card
    Text,
    Secondary,
    Accent,
    OnAccent,
    Danger,
    Warning,
    Good,
    Base,  // the untouched model, with a hollow circle
    Tuned, // the trained one, with a filled circle
    Hover,
    Pressed,
    Selection,
    Grid, // of charts
};

// The palette carries the look, so that widgets need no other state.
[[nodiscard]] Look lookOf(const QPalette& palette);
[[nodiscard]] QColor ink(Ink role, Look look);
[[nodiscard]] QColor ink(Ink role, const QPalette& palette);
// Of the n-th series of a chart, in the order of Okabe and Ito, after Base and Tuned.
[[nodiscard]] QColor seriesInk(int series, const QPalette& palette);
// Opaque: `share` of `over` on `under`.
[[nodiscard]] QColor blended(const QColor& over, const QColor& under, double share);
// WCAG 2: 1 to 21.
[[nodiscard]] double contrast(const QColor& left, const QColor& right);
[[nodiscard]] QPalette paletteOf(Look look);

// Lengths in pixels at 100 %; those around text grow with it by scaled().
inline constexpr int kTightGap = 4; // inside a control group
inline constexpr int kGap = 8;      // between controls
inline constexpr int kGroupGap = 16;
inline constexpr int kPageMargin = 24;
inline constexpr int kRadius = 8;
inline constexpr int kControlRadius = 6;
inline constexpr int kControlHeight = 32;
inline constexpr int kPrimaryHeight = 36;
inline constexpr int kIconSize = 20;
inline constexpr int kRailWidth = 168;
inline constexpr int kNarrowWindow = 1100; // below it the rail shows icons only
inline constexpr int kColumnWidth = 1120;  // a page's column at most
[[nodiscard]] int scaled(int pixels);      // by the application's font

enum class TextRole { PageTitle, CardTitle, Body, Strong, Secondary, Mono };
[[nodiscard]] QFont fontOf(TextRole role); // from the application's font

// Style, palette and font of the whole program; may be called again at any time.
void applyLook(QApplication& application, Settings::Theme theme, int fontPercent);

} // namespace fettle::ui
