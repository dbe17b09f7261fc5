#include "app/studio/options.h"

#include <QCommandLineParser>
#include <QHash>

#include <cstdio>

namespace fettle {

namespace {

[[noreturn]] void refuse(const QString& problem) {
    std::fprintf(stderr, "fettle-studio: %s\n", qPrintable(problem));
    std::exit(2);
}

ui::Settings::Theme themeNamed(const QString& name) {
    static const QHash<QString, ui::Settings::Theme> kThemes = {
        {QStringLiteral("system"), ui::Settings::Theme::System},
        {QStringLiteral("light"), ui::Settings::Theme::Light},
        {QStringLiteral("dark"), ui::Settings::Theme::Dark},
        {QStringLiteral("contrast"), ui::Settings::Theme::HighContrast},
    };
    if (!kThemes.contains(name))
        refuse(QStringLiteral("no theme %1; there are system, light, dark, contrast").arg(name));
    return kThemes.value(name);
}

QSize sizeOf(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.isEmpty()) refuse(QStringLiteral("a size looks like 1280x800, not %1").arg(text));
    return size;
}

int percentOf(const QString& text) {
    const int percent = text.toInt();
    if (percent < 75 || percent > 200) refuse(QStringLiteral("--font takes 75 to 200, in percent"));
    return percent;
}

} // namespace

StudioOptions parseOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Fine-tune language models on this computer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("paths"), QStringLiteral("Data files, model or run folders to open."),
                                 QStringLiteral("[paths...]"));
    const QCommandLineOption settings(QStringLiteral("settings"), QStringLiteral("Settings file to use."),
                                      QStringLiteral("file"));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("Page to show: models, data, train ..."),
                                  QStringLiteral("name"));
    const QCommandLineOption command(QStringLiteral("do"),
                                     QStringLiteral("Does this, e.g. \"set-field adapter.r 8\"; may be repeated."),
                                     QStringLiteral("command"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language, e.g. de; or pseudo."),
                                      QStringLiteral("code"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("system, light, dark or contrast."),
                                   QStringLiteral("name"));
    const QCommandLineOption font(QStringLiteral("font"), QStringLiteral("Size of all text, in percent."),
                                  QStringLiteral("percent"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window, e.g. 1280x800."),
                                  QStringLiteral("size"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
                                         QStringLiteral("Draws every page into this folder and ends."),
                                         QStringLiteral("folder"));
    const QCommandLineOption ask(QStringLiteral("ask"),
                                 QStringLiteral("Asks this in Chat before the pages are drawn; may be repeated."),
                                 QStringLiteral("question"));
    const QCommandLineOption bench(QStringLiteral("bench"), QStringLiteral("Measures the window and ends."));
    QCommandLineOption afterPaint(QStringLiteral("exit-after-paint"), QStringLiteral("Ends with the first picture."));
    afterPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({settings, page, command, language, theme, font, size, screenshots, ask, bench, afterPaint});
    parser.process(arguments);

    StudioOptions options;
    options.settingsFile = parser.value(settings);
    if (parser.isSet(page)) options.commands << QStringLiteral("open-page ") + parser.value(page);
    options.commands << parser.values(command);
    options.language = parser.value(language);
    if (parser.isSet(theme)) options.theme = themeNamed(parser.value(theme));
    if (parser.isSet(font)) options.fontPercent = percentOf(parser.value(font));
    if (parser.isSet(size)) options.size = sizeOf(parser.value(size));
    options.screenshots = parser.value(screenshots);
    options.questions = parser.values(ask);
    options.isBench = parser.isSet(bench);
    options.endsAfterPaint = parser.isSet(afterPaint);
    options.paths = parser.positionalArguments();
    return options;
}

} // namespace fettle
