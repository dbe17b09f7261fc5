#pragma once

#include "ui/models/conversation_model.h"

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
    void setModel(ConversationModel* model);
    void setEmptyText(const QString& text);
    void setReadOnly(); // before setModel: nothing to edit or to ask again, and reading begins at the top

Q_SIGNALS:
    void tokenClicked(int turn, int token);
    void editRequested(int turn);       // of the user's
    void regenerateRequested(int turn); // of the assistant's

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void insert(int first, int last);
    void remove(int first, int last);
    void update(int first, int last);
    void rebuild();
    void followEnd();

    Side m_side;
    ConversationModel* m_model = nullptr;
    QVBoxLayout* m_layout;
    Label* m_empty;
    std::vector<ChatBubble*> m_bubbles;
    bool m_followsEnd = true, m_isReadOnly = false;
};

} // namespace fettle::ui
