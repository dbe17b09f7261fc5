#include "app/studio/bench.h"
#include "app/studio/options.h"
#include "app/studio/screenshots.h"
#include "app/studio/timed_application.h"
#include "ui/pages/commands.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/style.h"
#include "ui/window/main_window.h"
#include "ui/window/translation.h"

#include <cstdio>
#include <memory>

namespace {

using namespace fettle;

std::unique_ptr<ui::Settings> makeSettings(const StudioOptions& options) {
    return options.settingsFile.isEmpty() ? std::make_unique<ui::Settings>()
                                          : std::make_unique<ui::Settings>(options.settingsFile);
}

// What the command line asks for holds for this start only.
void look(QApplication& application, const ui::Settings& settings, const StudioOptions& options) {
    ui::applyLook(application, options.theme.value_or(settings.theme()),
                  options.fontPercent.value_or(settings.fontPercent()));
}

void followSettings(QApplication& application, ui::Settings& settings) {
    const auto again = [&application, &settings] {
        ui::applyLook(application, settings.theme(), settings.fontPercent());
    };
    QObject::connect(&settings, &ui::Settings::themeChanged, &application, again);
    QObject::connect(&settings, &ui::Settings::fontPercentChanged, &application, again);
}

void nameProgram() {
    QApplication::setApplicationName(QStringLiteral("fettle"));
    QApplication::setOrganizationName(QStringLiteral("fettle"));
    QApplication::setApplicationDisplayName(QStringLiteral("Fettle"));
    QApplication::setApplicationVersion(QStringLiteral(FETTLE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("fettle-studio"));
}

void open(ui::MainWindow& window, const StudioOptions& options) {
    if (options.size) window.resize(*options.size);
    window.show();
    if (!options.paths.isEmpty()) window.pageSet().open(options.paths);
    for (const QString& command : options.commands)
        if (const QString problem = ui::runCommand(window.pageSet(), command); !problem.isEmpty())
            std::fprintf(stderr, "fettle-studio: %s: %s\n", qPrintable(command), qPrintable(problem));
}

} // namespace

int main(int argc, char** argv) {
    TimedApplication application(argc, argv);
    nameProgram();
    const StudioOptions options = parseOptions(QApplication::arguments());
    const auto settings = makeSettings(options);
    ui::installLanguage(application, options.language.isEmpty() ? settings->language() : options.language);
    look(application, *settings, options);
    QApplication::setWindowIcon(ui::applicationIcon());
    followSettings(application, *settings);
    if (options.isBench) return runBench(application);

    ui::Workspace workspace(ui::EngineProgram::find(), *settings);
    ui::MainWindow window(workspace);
    if (options.endsAfterPaint) quitAfterPaint(window);
    open(window, options);
    workspace.start();
    if (!options.screenshots.isEmpty()) drawAllPages(window, options.screenshots, options.questions);
    return QApplication::exec();
}
