#pragma once

#include "ui/models/conversation_model.h"
#include "ui/widgets/style.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace fettle::ui {

class ChatBubble;
class Label;

// One side of a chat. Follows its end while text streams, unless the reader scrolled up.
class ChatTranscript : public QScrollArea {
    Q_OBJECT
public:
    enum class Side { Base, Tuned };

    explicit ChatTranscript(Side side, QWidget* parent = nullptr);
    void setSide(Side side); // whose colour the answers have
    void setModel(ConversationModel* model);
    void setEmptyText(const QString& text);
    void setReadOnly();           // before setModel: exact text, nothing to ask again, and reading begins at the top
    void setEditedTurn(int turn); // whose message is being written anew; -1: none
    // Turns beside those of another transcript: how high each one wants to be, and how high it is at least.
    [[nodiscard]] std::vector<int> naturalHeights() const;
    void setLeastHeights(const std::vector<int>& heights);

Q_SIGNALS:
    void tokenChosen(int turn, int token, const QPoint& globalPosition);
    void editRequested(int turn);       // of the user's
    void regenerateRequested(int turn); // of the assistant's
    void continueRequested(int turn);   // an answer that was cut at the limit
    void heightsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void insert(int first, int last);
    void remove(int first, int last);
    void update(int first, int last);
    void rebuild();
    void followEnd();
    [[nodiscard]] ChatBubble* makeBubble();
    [[nodiscard]] Ink sideInk() const;

    Side m_side;
    ConversationModel* m_model = nullptr;
    QVBoxLayout* m_layout;
    Label* m_empty;
    std::vector<ChatBubble*> m_bubbles;
    bool m_followsEnd = true, m_isReadOnly = false;
};

} // namespace fettle::ui
