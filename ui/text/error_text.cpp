#include "ui/text/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace fettle::ui {

namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString fact(const Error& error, const char* name) {
    const auto found = error.facts.find(name);
    return found == error.facts.end() ? QString() : QString::fromStdString(found->second);
}

QString fileName(const Error& error) {
    return QFileInfo(fact(error, "file")).fileName();
}

QString english(const Error& error) {
    return QString::fromStdString(error.message);
}

// Kinds whose sentence is made here from the facts; empty: the message says more than the facts do.
QString ofFile(const Error& error) {
    const QString file = fileName(error);
    if (file.isEmpty()) return {};
    switch (error.kind) {
    case ErrorKind::FileNotFound:
        return ErrorTexts::tr("%1 does not exist.").arg(file);
    case ErrorKind::FileAccess:
        return ErrorTexts::tr("%1 cannot be read or written.").arg(file);
    case ErrorKind::DiskFull:
        return ErrorTexts::tr("The disk is full: %1 could not be written.").arg(file);
    case ErrorKind::AlreadyExists:
        return ErrorTexts::tr("%1 exists already.").arg(file);
    case ErrorKind::Busy:
        return ErrorTexts::tr("Another engine works on %1.").arg(file);
    default:
        return {};
    }
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

QString ofMachine(const Error& error) {
    switch (error.kind) {
    case ErrorKind::OutOfMemory:
        return ErrorTexts::tr("There is not enough memory for this.");
    case ErrorKind::RuntimeMissing:
        return ErrorTexts::tr("LibTorch, which does the computing, is not installed.");
    case ErrorKind::DeviceMissing:
        return fact(error, "device").isEmpty()
                   ? QString()
                   : ErrorTexts::tr("There is no device %1 here.").arg(fact(error, "device"));
    default:
        return {};
    }
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

QString hintByKind(const Error& error) {
    switch (error.kind) {
    case ErrorKind::OutOfMemory:
        return ErrorTexts::tr("Lower the batch size or the length, or turn on gradient checkpointing.");
    case ErrorKind::DiskFull:
        return ErrorTexts::tr("Free some space, or choose another folder.");
    case ErrorKind::FileAccess:
        return ErrorTexts::tr("Check who may use it, or choose another place.");
    case ErrorKind::FileNotFound:
        return ErrorTexts::tr("Check the path, or choose another file.");
    case ErrorKind::AlreadyExists:
        return ErrorTexts::tr("Choose another name or an empty folder.");
    case ErrorKind::Busy:
        return ErrorTexts::tr("Wait for it to end, or stop it first.");
    case ErrorKind::RuntimeMissing:
        return ErrorTexts::tr("Fetch it once; it is kept for all runs.");
    default:
        return {};
    }
}

} // namespace

QString errorText(const Error& error) {
    const QString byDeath = ofDeath(error);
    if (!byDeath.isEmpty()) return byDeath;
    const QString byFile = ofFile(error);
    if (!byFile.isEmpty()) return byFile;
    const QString byMachine = ofMachine(error);
    return byMachine.isEmpty() ? english(error) : byMachine;
}

QString hintText(const Error& error) {
    const QString byDeath = hintOfDeath(error);
    if (!byDeath.isEmpty()) return byDeath;
    const QString byKind = hintByKind(error);
    return byKind.isEmpty() ? QString::fromStdString(error.hint) : byKind;
}

QString errorDetails(const Error& error) {
    QStringList lines = {english(error)};
    if (!error.hint.empty()) lines << QString::fromStdString(error.hint);
    const std::string_view kind = wireName(error.kind);
    lines << QStringLiteral("kind: ") + QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
    for (const auto& [name, value] : error.facts)
        lines << QString::fromStdString(name) + QStringLiteral(": ") + QString::fromStdString(value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace fettle::ui
