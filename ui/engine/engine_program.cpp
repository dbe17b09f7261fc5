#include "ui/engine/engine_process.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace fettle::ui {

EngineProgram EngineProgram::find() {
    const QString named = qEnvironmentVariable("FETTLE_PROGRAM");
    if (!named.isEmpty()) return {.path = named};
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/fettle");
    return {.path = QFileInfo::exists(beside) ? beside : QStringLiteral("fettle")};
}

} // namespace fettle::ui
