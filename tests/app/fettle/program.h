#pragma once

#include "core/base/json.h"
#include "tests/support/test_main.h"

#include <QProcess>

namespace fettle::test {

struct Ended {
    int exitCode = -1;
    QByteArray out, err;

    [[nodiscard]] QList<QByteArray> lines() const { return out.trimmed().split('\n'); }
    [[nodiscard]] Json json(qsizetype line = 0) const { return parseJson(lines().at(line).toStdString(), "stdout"); }
    // Of a verb {"error": ...}, of a stream the event `failed`.
    [[nodiscard]] Json error() const {
        const Json last = json(lines().size() - 1);
        return last.value("error", last);
    }
};

// Runs a program as a user would, in this folder if one is named, and waits for its end.
inline Ended run(const QString& program, const QStringList& arguments,
                 const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment(),
                 const QString& folder = {}) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(-1);
    const bool isWhole = process.exitStatus() == QProcess::NormalExit;
    return {isWhole ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Ended fettle(const QStringList& arguments, const QString& folder = {}) {
    return run(QStringLiteral(FETTLE_BINARIES "/fettle"), arguments, QProcessEnvironment::systemEnvironment(), folder);
}

// As --ids takes them: "1,2,3".
inline QString commaList(const Json& ids) {
    QStringList texts;
    for (const Json& id : ids)
        texts << QString::number(id.get<int>());
    return texts.join(',');
}

inline void writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

} // namespace fettle::test
