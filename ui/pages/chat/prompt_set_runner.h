#pragma once

#include "ui/models/prompt_set_model.h"
#include "ui/pages/chat/chat_side.h"

#include <QHash>

namespace fettle::ui {

// Sends every prompt of a set to two sides at once and fills in their answers as they stream.
class PromptSetRunner : public QObject {
    Q_OBJECT
public:
    explicit PromptSetRunner(PromptSetModel& set, QObject* parent = nullptr);

    void run(ChatSide& left, ChatSide& right);
    void stop();
    [[nodiscard]] bool isRunning() const { return !m_open.isEmpty(); }
    [[nodiscard]] int answered() const { return m_total - static_cast<int>(m_open.size()); }
    [[nodiscard]] int total() const { return m_total; }

Q_SIGNALS:
    void progressed();
    void finished();
    void failed(const fettle::Error& error);

private:
    struct Place {
        int row;
        PromptSetModel::Column side;
    };
    using Key = std::pair<ChatClient*, int>;

    void send(ChatSide& side, PromptSetModel::Column column);
    void follow(ChatClient* client);
    void close(const Key& key, PromptSetModel::Status status);

    PromptSetModel& m_set;
    QHash<Key, Place> m_open;
    int m_total = 0;
};

} // namespace fettle::ui
