#pragma once

#include "ui/models/settings.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace fettle {

// What the command line of fettle-studio asks for.
struct StudioOptions {
    QString settingsFile; // empty: the user's own
    QString language;     // empty: as the settings say
    std::optional<ui::Settings::Theme> theme;
    std::optional<int> fontPercent;
    std::optional<QSize> size;
    QString screenshots;   // a folder: every page is drawn there, then the program ends
    QStringList questions; // asked in Chat before
    QStringList commands;  // of ui/pages/commands.h, done at the start
    bool isBench = false;
    bool endsAfterPaint = false; // for the bench
    QStringList paths;           // opened as if they were dropped
};

// Ends the program on --help, --version and on options that make no sense.
[[nodiscard]] StudioOptions parseOptions(const QStringList& arguments);

} // namespace fettle
