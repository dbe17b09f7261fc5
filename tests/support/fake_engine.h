#pragma once

#include "ui/engine/engine_process.h"

#include <QFile>
#include <QTemporaryDir>

namespace fettle::test {

// An engine that computes nothing: the program fake-engine, with a script for each verb that shall not behave well.
// The orders are listed in tests/support/fake_engine/main.cpp.
class FakeEngine {
public:
    // Plays these lines for this verb from now on.
    void script(const QString& verb, const QString& lines) const {
        QFile file(m_scripts.filePath(verb));
        if (file.open(QIODevice::WriteOnly)) file.write(lines.toUtf8() + '\n');
    }

    [[nodiscard]] ui::EngineProgram program() const {
        ui::EngineProgram program{.path = QStringLiteral(FETTLE_BINARIES "/fake-engine")};
        program.environment.insert(QStringLiteral("FETTLE_FAKE_SCRIPTS"), m_scripts.path());
        return program;
    }

private:
    QTemporaryDir m_scripts;
};

} // namespace fettle::test
