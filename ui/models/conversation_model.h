#pragma once

#include "core/base/json.h"
#include "ui/models/chat_turn.h"

#include <QAbstractListModel>

#include <vector>

namespace fettle::ui {

// One side of a chat.
class ConversationModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { RoleRole = Qt::UserRole, StreamingRole, StatsRole, ErrorRole, StopRole };

    explicit ConversationModel(QObject* parent = nullptr);

    void setSystemPrompt(const QString& text); // empty: none
    [[nodiscard]] const QString& systemPrompt() const { return m_system; }
    void say(const QString& text); // the user's turn
    void beginAnswer(double strength = 1);
    void resumeAnswer(); // the last one goes on where it was cut
    void appendToken(const TokenChoice& token);
    void endAnswer(const QString& stop, double tokensPerSecond);
    void failAnswer(const QString& error);
    void tellSpeed(int row, double tokensPerSecond); // of an answer that was stopped; told after its end
    void truncate(int row);                          // removes this turn and all after it
    void clear();
    std::vector<ChatTurn> exchange(std::vector<ChatTurn> turns); // returns those before

    [[nodiscard]] const std::vector<ChatTurn>& turns() const { return m_turns; }
    [[nodiscard]] const ChatTurn& turn(int row) const { return m_turns[static_cast<std::size_t>(row)]; }
    [[nodiscard]] bool isStreaming() const;
    [[nodiscard]] Json messages() const;    // for the engine; a failed answer is left out
    void setMessages(const Json& messages); // Error{BadFile}: no list of messages

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void add(ChatTurn turn);
    void changed(int row);

    QString m_system;
    std::vector<ChatTurn> m_turns;
};

} // namespace fettle::ui
