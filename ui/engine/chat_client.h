#pragma once

#include "core/config/sampling_config.h"
#include "ui/engine/engine_process.h"

#include <QSet>

#include <optional>
#include <vector>

namespace fettle::ui {

struct AdapterStrength {
    QString path;
    double strength = 1;
};
struct ChatAsk {
    Json messages = Json::array();         // [{"role", "content"}]
    std::vector<AdapterStrength> adapters; // none: the base; several: mixed
    SamplingConfig sampling;
    bool continuesLast = false; // the last message is an answer that was cut: it goes on
};
struct LikelyToken {
    int id = 0;
    QString token; // the vocabulary's own string
    double logprob = 0;
};
struct ChatToken {
    int id = 0;
    QString text; // possibly empty: half a character is held back
    double logprob = 0;
    std::vector<LikelyToken> top;
};
struct ChatDone {
    QString stop; // eos | length | stop_string | cancelled
    qint64 promptTokens = 0, outputTokens = 0;
    double tokensPerSecond = 0;
};
struct ChatServerOptions {
    QString model;   // folder or "pocket"
    QString device;  // empty: auto
    int threads = 0; // 0: one per core
    QString dtype;   // empty: the checkpoint's own
};

// One `fettle chat --json` server: one set of weights, many streams at once. Requests made before it is ready wait.
class ChatClient : public QObject {
    Q_OBJECT
public:
    explicit ChatClient(EngineProgram program, QObject* parent = nullptr);
    ~ChatClient() override;

    void start(const ChatServerOptions& options); // an earlier server is ended first
    void stop();

    // Each returns the request's id, which comes back with every signal.
    int generate(const ChatAsk& ask);
    int render(const Json& messages);
    void cancel(int id);
    void load(const QString& adapter);
    void unload(const QString& adapter);

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] bool isStarting() const { return m_isStarting; }
    [[nodiscard]] bool isBusy() const { return !m_open.isEmpty(); }
    [[nodiscard]] const ChatServerOptions& options() const { return m_options; }
    [[nodiscard]] qint64 contextLength() const { return m_contextLength; }
    [[nodiscard]] bool hasChatTemplate() const { return m_hasChatTemplate; }

Q_SIGNALS:
    void ready(qint64 contextLength, bool hasChatTemplate);
    void progressed(const QString& phase, qint64 done, qint64 total);
    void tokenArrived(int id, const fettle::ui::ChatToken& token);
    void done(int id, const fettle::ui::ChatDone& done);
    void rendered(int id, const QString& text, const QVector<int>& ids);
    void adapterLoaded(const QString& path);
    void requestFailed(int id, const fettle::Error& error);
    void failed(const fettle::Error& error); // the server itself; every open request failed before
    void stopped();                          // the server ended because it was asked to

private:
    void takeMessage(const Json& message);
    void send(const Json& command);
    void onEnded(const EngineEnd& end);
    void becomeReady(const Json& message);
    void abandonServer();
    void failOpen(const Error& error);

    EngineProgram m_program;
    EngineProcess* m_process = nullptr;
    ChatServerOptions m_options;
    std::vector<Json> m_waiting; // commands until the server is ready
    QSet<int> m_open;            // requests without an end
    int m_lastId = 0;
    bool m_isReady = false, m_isStarting = false;
    qint64 m_contextLength = 0;
    bool m_hasChatTemplate = false;
    std::optional<Error> m_failure; // told by the server before its end
};

} // namespace fettle::ui
