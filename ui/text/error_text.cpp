#include "ui/text/error_text.h"

#include "ui/text/core_text.h"
#include "ui/text/error_sentences.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace fettle::ui {

namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString fact(const Error& error, const char* name) {
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? QString() : QString::fromStdString(found->second);
}

// An engine that died; EngineEnd leaves these facts.
QString ofDeath(const Error& error) {
    const QString signal = fact(error, "signal");
    const QString exitCode = fact(error, "exit_code");
    if (signal == QLatin1String("9"))
        return ErrorTexts::tr("The engine was killed; most likely the computer ran out of memory.");
    if (signal == QLatin1String("15")) return ErrorTexts::tr("The engine was asked to end by someone else.");
    if (signal == QLatin1String("4")) return ErrorTexts::tr("The engine uses instructions that this processor lacks.");
    if (!signal.isEmpty()) return ErrorTexts::tr("The engine crashed (signal %1).").arg(signal);
    if (exitCode == QLatin1String("0")) return ErrorTexts::tr("The engine ended before its work was done.");
    if (!exitCode.isEmpty()) return ErrorTexts::tr("The engine ended without saying why (code %1).").arg(exitCode);
    if (!fact(error, "program").isEmpty())
        return ErrorTexts::tr("The engine %1 cannot be run.").arg(fact(error, "program"));
    return {};
}

QString hintOfDeath(const Error& error) {
    const QString signal = fact(error, "signal");
    if (signal == QLatin1String("9"))
        return ErrorTexts::tr("Resume with a smaller batch or length; what was saved is intact.");
    if (signal == QLatin1String("4")) return ErrorTexts::tr("Build Fettle on this computer, or use another one.");
    if (!signal.isEmpty() || !fact(error, "exit_code").isEmpty())
        return ErrorTexts::tr("Resume from the last checkpoint; if it happens again, please report it with the log.");
    if (!fact(error, "program").isEmpty()) return ErrorTexts::tr("Install Fettle again, with its engine.");
    return {};
}

// Findings that refuse a run arrive as errors with their own words.
QString byCore(const std::string& english) {
    const QString text = coreText(english);
    return text.toStdString() == english ? QString() : text;
}

QString firstOf(std::initializer_list<QString> texts) {
    const auto* found = std::find_if(texts.begin(), texts.end(), [](const QString& text) { return !text.isEmpty(); });
    return found == texts.end() ? QString() : *found;
}

} // namespace

QString errorText(const Error& error) {
    return firstOf(
        {ofDeath(error), byCore(error.message), sentenceFor(error).what, QString::fromStdString(error.message)});
}

QString hintText(const Error& error) {
    return firstOf(
        {hintOfDeath(error), byCore(error.hint), sentenceFor(error).toDo, QString::fromStdString(error.hint)});
}

QString errorDetails(const Error& error) {
    QStringList lines = {QString::fromStdString(error.message)};
    if (!error.hint.empty()) lines << QString::fromStdString(error.hint);
    const std::string_view kind = wireName(error.kind);
    lines << QStringLiteral("kind: ") + QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
    for (const auto& [name, value] : error.facts)
        lines << QString::fromStdString(name) + QStringLiteral(": ") + QString::fromStdString(value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace fettle::ui
