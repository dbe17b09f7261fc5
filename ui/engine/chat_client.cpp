#include "ui/engine/chat_client.h"

#include "ui/engine/chat_messages.h"
#include "ui/text/error_json.h"
#include "ui/text/json_values.h"

namespace fettle::ui {

ChatClient::ChatClient(EngineProgram program, QObject* parent) : QObject(parent), m_program(std::move(program)) {}

ChatClient::~ChatClient() = default;

void ChatClient::start(const ChatServerOptions& options) {
    abandonServer();
    m_options = options;
    m_isStarting = true;
    m_failure.reset();
    m_process = new EngineProcess(m_program, this);
    connect(m_process, &EngineProcess::messageArrived, this, &ChatClient::takeMessage);
    connect(m_process, &EngineProcess::ended, this, &ChatClient::onEnded);
    m_process->start(chatArguments(options));
}

void ChatClient::stop() {
    if (m_process == nullptr) return;
    abandonServer();
    Q_EMIT stopped();
}

// The old server ends by itself and is deleted then; nothing it still says is heard.
void ChatClient::abandonServer() {
    m_isReady = m_isStarting = false;
    m_waiting.clear();
    if (m_process != nullptr) {
        m_process->disconnect(this);
        connect(m_process, &EngineProcess::ended, m_process, &QObject::deleteLater);
        m_process->closeInput();
        m_process->terminate();
        m_process = nullptr;
    }
    failOpen(Error{ErrorKind::Busy, "Another model was loaded before the answer was complete.", "Ask again."});
}

int ChatClient::generate(const ChatAsk& ask) {
    const int id = ++m_lastId;
    m_open.insert(id);
    send(generateCommand(id, ask));
    return id;
}

int ChatClient::render(const Json& messages) {
    const int id = ++m_lastId;
    m_open.insert(id);
    send({{"command", "render"}, {"id", id}, {"messages", messages}});
    return id;
}

void ChatClient::cancel(int id) {
    if (!m_open.contains(id)) return;
    const auto waits = [id](const Json& command) { return command.contains("id") && command["id"] == id; };
    if (std::erase_if(m_waiting, waits) == 0) return send({{"command", "cancel"}, {"id", id}});
    m_open.remove(id);
    Q_EMIT done(id, ChatDone{.stop = QStringLiteral("cancelled")});
}

void ChatClient::load(const QString& adapter) {
    send({{"command", "load"}, {"path", adapter.toStdString()}});
}

void ChatClient::unload(const QString& adapter) {
    send({{"command", "unload"}, {"path", adapter.toStdString()}});
}

void ChatClient::send(const Json& command) {
    if (m_isReady)
        m_process->send(command);
    else
        m_waiting.push_back(command);
}

void ChatClient::takeMessage(const Json& message) {
    const QString type = textIn(message, "type");
    const int id = static_cast<int>(wholeIn(message, "id"));
    if (type == QLatin1String("token") && m_open.contains(id)) {
        Q_EMIT tokenArrived(id, tokenFrom(message));
    } else if (type == QLatin1String("done") && m_open.remove(id)) {
        Q_EMIT done(id, doneFrom(message));
    } else if (type == QLatin1String("rendered") && m_open.remove(id)) {
        Q_EMIT rendered(id, textIn(message, "text"), idsFrom(message));
    } else if (type == QLatin1String("error")) {
        m_open.remove(id);
        Q_EMIT requestFailed(id, errorFrom(message));
    } else if (type == QLatin1String("loaded")) {
        Q_EMIT adapterLoaded(textIn(message, "path"));
    } else if (type == QLatin1String("progress")) {
        Q_EMIT progressed(textIn(message, "phase"), wholeIn(message, "done"), wholeIn(message, "total"));
    } else if (type == QLatin1String("ready")) {
        becomeReady(message);
    } else if (type == QLatin1String("failed")) {
        m_failure = errorFrom(message);
    } else if (message.contains("error")) {
        m_failure = errorFrom(message["error"]);
    }
}

void ChatClient::becomeReady(const Json& message) {
    m_isReady = true;
    m_isStarting = false;
    m_contextLength = wholeIn(message, "context");
    m_hasChatTemplate = message.value("chat_template", Json()) == true;
    for (const Json& command : std::exchange(m_waiting, {}))
        m_process->send(command);
    Q_EMIT ready(m_contextLength, m_hasChatTemplate);
}

void ChatClient::onEnded(const EngineEnd& end) {
    const Error error = m_failure.value_or(end.asError());
    m_process->deleteLater();
    m_process = nullptr;
    m_isReady = m_isStarting = false;
    m_waiting.clear();
    failOpen(error);
    Q_EMIT failed(error);
}

void ChatClient::failOpen(const Error& error) {
    for (const int id : std::exchange(m_open, {}))
        Q_EMIT requestFailed(id, error);
}

} // namespace fettle::ui
