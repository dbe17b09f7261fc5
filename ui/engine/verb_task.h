#pragma once

#include "ui/engine/engine_process.h"

#include <optional>

namespace fettle::ui {

// One `fettle VERB ... --json` from start to its result. It deletes nothing it wrote: verbs write atomically.
class VerbTask : public QObject {
    Q_OBJECT
public:
    explicit VerbTask(EngineProgram program, QObject* parent = nullptr);

    void start(const QString& verb, const QStringList& arguments = {}); // --json is added
    void cancel();                                                      // ends with cancelled()
    [[nodiscard]] bool isRunning() const { return m_process.isRunning(); }

Q_SIGNALS:
    void progressed(const QString& phase, qint64 done, qint64 total);
    void warned(const fettle::Error& warning);
    void lineArrived(const fettle::Json& line); // every line that is neither progress, warning nor error
    void finished(const fettle::Json& result);  // the last such line
    void failed(const fettle::Error& error);
    void cancelled();

private:
    void takeMessage(const Json& message);
    void onEnded(const EngineEnd& end);

    EngineProcess m_process;
    Json m_result;
    std::optional<Error> m_error;
    bool m_isCancelled = false;
};

} // namespace fettle::ui
