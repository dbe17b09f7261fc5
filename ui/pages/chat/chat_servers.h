#pragma once

#include "ui/engine/chat_client.h"
#include "ui/engine/run_controller.h"
#include "ui/models/settings.h"

#include <QHash>

namespace fettle::ui {

// One chat server a set of weights, started when it is first needed.
class ChatServers : public QObject {
    Q_OBJECT
public:
    ChatServers(EngineProgram program, const Settings& settings, const RunController& training,
                QObject* parent = nullptr);

    [[nodiscard]] ChatClient* open(const QString& model); // owned by this; started where it does not run
    void keepOnly(const QStringList& models);             // the others end, and their memory returns

private:
    [[nodiscard]] ChatServerOptions optionsFor(const QString& model) const;

    EngineProgram m_program;
    const Settings& m_settings;
    const RunController& m_training;
    QHash<QString, ChatClient*> m_clients;
};

} // namespace fettle::ui
