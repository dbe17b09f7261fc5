#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace fettle::ui {

class PageSet;

// What can be done by name: one table for keys, the command line, lessons and tests. Names never change.
struct Command {
    const char* name;
    const char* arguments;                                   // for people: "KEY VALUE"
    QString (*act)(PageSet& pages, const QString& argument); // empty, or why it was not done
};
[[nodiscard]] std::span<const Command> commandTable();

// "open-page train", "set-field adapter.r 8". Empty, or why it was not done.
QString runCommand(PageSet& pages, const QString& line);

struct KeyBinding {
    QString keys; // QKeySequence's portable text
    QString command;
};
[[nodiscard]] QList<KeyBinding> keyBindings();

} // namespace fettle::ui
