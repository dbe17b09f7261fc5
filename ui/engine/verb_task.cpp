#include "ui/engine/verb_task.h"

#include "ui/text/error_json.h"
#include "ui/text/json_values.h"

namespace fettle::ui {

VerbTask::VerbTask(EngineProgram program, QObject* parent) : QObject(parent), m_process(std::move(program), this) {
    connect(&m_process, &EngineProcess::messageArrived, this, &VerbTask::takeMessage);
    connect(&m_process, &EngineProcess::ended, this, &VerbTask::onEnded);
}

void VerbTask::start(const QString& verb, const QStringList& arguments) {
    if (isRunning()) return;
    m_result = nullptr;
    m_error.reset();
    m_isCancelled = false;
    m_process.start(QStringList{verb} + arguments + QStringList{QStringLiteral("--json")});
    m_process.closeInput();
}

void VerbTask::cancel() {
    if (!isRunning()) return;
    m_isCancelled = true;
    m_process.terminate();
}

void VerbTask::takeMessage(const Json& message) {
    const QString type = textIn(message, "type");
    if (type == QLatin1String("progress")) {
        Q_EMIT progressed(textIn(message, "phase"), wholeIn(message, "done"), wholeIn(message, "total"));
    } else if (type == QLatin1String("warning")) {
        Q_EMIT warned(errorFrom(message));
    } else if (type == QLatin1String("failed")) {
        m_error = errorFrom(message);
    } else if (message.contains("error")) {
        m_error = errorFrom(message["error"]);
    } else {
        m_result = message;
        Q_EMIT lineArrived(message);
    }
}

void VerbTask::onEnded(const EngineEnd& end) {
    const bool isComplete = end.hasStarted && end.signal == 0 && end.exitCode == 0 && !m_result.is_null();
    if (m_isCancelled)
        Q_EMIT cancelled();
    else if (m_error)
        Q_EMIT failed(*m_error);
    else if (isComplete)
        Q_EMIT finished(m_result);
    else
        Q_EMIT failed(end.asError());
}

} // namespace fettle::ui
