#include "ui/pages/commands.h"

#include "core/base/json.h"
#include "ui/pages/chat/chat_page.h"
#include "ui/pages/page_set.h"
#include "ui/pages/train/train_page.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct CommandTexts {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

QString needsArgument() {
    return CommandTexts::tr("Something is missing behind the command.");
}

QString openPage(PageSet& pages, const QString& name) {
    const int index = PageSet::indexOf(name);
    if (index < 0) return CommandTexts::tr("There is no page \u201C%1\u201D.").arg(name);
    pages.show(index);
    return {};
}

QString openFiles(PageSet& pages, const QString& paths) {
    pages.open(paths.split(QLatin1Char('\n'), Qt::SkipEmptyParts));
    return {};
}

// As JSON where it is such, else as text: 8, true, ["q_proj"], dpo.
Json valueFrom(const QString& text) {
    try {
        return parseJson(text.toStdString(), "a value");
    } catch (const Error&) { // a word
        return text.toStdString();
    }
}

QString setField(PageSet& pages, const QString& argument) {
    const QString key = argument.section(QLatin1Char(' '), 0, 0), value = argument.section(QLatin1Char(' '), 1);
    if (key.isEmpty() || value.isEmpty()) return needsArgument();
    pages.page<TrainPage>()->setField(key, valueFrom(value));
    return {};
}

QString chooseModel(PageSet& pages, const QString& path) {
    if (path.isEmpty()) return needsArgument();
    pages.page<TrainPage>()->useModel(path);
    return {};
}

QString chooseData(PageSet& pages, const QString& path) {
    if (path.isEmpty()) return needsArgument();
    pages.page<TrainPage>()->useData({.path = path.toStdString()});
    return {};
}

QString trigger(QAction* action) {
    if (action == nullptr) return CommandTexts::tr("This page has no such action.");
    if (!action->isEnabled()) return action->text();
    action->trigger();
    return {};
}

QString startRun(PageSet& pages, const QString&) {
    return trigger(pages.page<TrainPage>()->primaryAction());
}

QString ask(PageSet& pages, const QString& question) {
    if (question.isEmpty()) return needsArgument();
    pages.page<ChatPage>()->ask(question);
    return {};
}

QString primary(PageSet& pages, const QString&) {
    return trigger(pages.page(pages.current())->primaryAction());
}

QString chooseFile(PageSet& pages, const QString&) {
    pages.page(pages.current())->chooseFile();
    return {};
}

QString find(PageSet& pages, const QString&) {
    pages.page(pages.current())->find();
    return {};
}

QString cancel(PageSet& pages, const QString&) {
    pages.page(pages.current())->cancel();
    return {};
}

QString help(PageSet& pages, const QString&) {
    Q_EMIT pages.helpWanted();
    return {};
}

QString quit(PageSet& pages, const QString&) {
    Q_EMIT pages.quitWanted();
    return {};
}

constexpr Command kCommands[] = {
    {"open-page", "NAME", openPage},
    {"open-files", "PATH", openFiles},
    {"set-field", "KEY VALUE", setField},
    {"choose-model", "PATH", chooseModel},
    {"choose-data", "PATH", chooseData},
    {"start-run", "", startRun},
    {"ask", "QUESTION", ask},
    {"primary", "", primary},
    {"choose-file", "", chooseFile},
    {"find", "", find},
    {"cancel", "", cancel},
    {"help", "", help},
    {"quit", "", quit},
};

constexpr struct {
    const char *keys, *command;
} kKeys[] = {
    {"Ctrl+,", "open-page settings"},
    {"Ctrl+Return", "primary"},
    {"Ctrl+Enter", "primary"},
    {"Ctrl+O", "choose-file"},
    {"Ctrl+F", "find"},
    {"F1", "help"},
    {"Esc", "cancel"},
    {"Ctrl+Q", "quit"},
};

} // namespace

std::span<const Command> commandTable() {
    return kCommands;
}

QString runCommand(PageSet& pages, const QString& line) {
    const QString name = line.section(QLatin1Char(' '), 0, 0);
    for (const Command& command : kCommands)
        if (name == QLatin1String(command.name)) return command.act(pages, line.section(QLatin1Char(' '), 1).trimmed());
    return CommandTexts::tr("There is no command \u201C%1\u201D.").arg(name);
}

QList<KeyBinding> keyBindings() {
    QList<KeyBinding> bindings;
    int digit = 1; // the pages in the rail's order
    for (const PageEntry& entry : PageSet::table())
        if (digit <= 9)
            bindings.push_back(
                {QStringLiteral("Ctrl+%1").arg(digit++), QStringLiteral("open-page ") + QLatin1String(entry.name)});
    for (const auto& [keys, command] : kKeys)
        bindings.push_back({QString::fromLatin1(keys), QString::fromLatin1(command)});
    return bindings;
}

} // namespace fettle::ui
