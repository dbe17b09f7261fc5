#pragma once

#include "ui/engine/engine_process.h"

#include <QFileInfo>

namespace fettle::test {

// fettle itself, $FETTLE_PROGRAM or the one of this build.
inline ui::EngineProgram realEngine() {
    if (qEnvironmentVariableIsSet("FETTLE_PROGRAM")) return ui::EngineProgram::find();
    return {.path = QStringLiteral(FETTLE_BINARIES "/fettle")};
}

// A build of the light half alone has no engine. To be asked in init(): a skip in initTestCase() would be one of every
// further class of the program as well.
inline bool hasRealEngine() {
    return qEnvironmentVariableIsSet("FETTLE_PROGRAM") || QFileInfo::exists(FETTLE_BINARIES "/fettle-engine");
}

} // namespace fettle::test
