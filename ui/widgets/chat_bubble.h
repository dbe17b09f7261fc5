#pragma once

#include "ui/models/chat_turn.h"
#include "ui/widgets/style.h"

#include <QFrame>

#include <vector>

namespace fettle::ui {

class Button;
class ChatText;
class IconButton;
class Label;

// One turn. The tokens of an answer can be chosen; what can be done with the turn shows under the mouse, or where the
// focus is.
class ChatBubble : public QFrame {
    Q_OBJECT
public:
    explicit ChatBubble(Ink side, QWidget* parent = nullptr);
    void setSide(Ink side);
    void setTurn(const ChatTurn& turn, const QString& stats);
    void setEdited(bool isEdited); // the message is being written anew
    void setReadOnly();            // letter for letter, with nothing to edit or ask again

Q_SIGNALS:
    void tokenChosen(int token, const QPoint& globalPosition);
    void editRequested();
    void regenerateRequested();
    void continueRequested();
    void resized(); // its text is of another height now

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Action;
    void setRole(const QString& role);
    void reveal();
    [[nodiscard]] int tokenAt(int position) const;

    Ink m_side;
    QString m_role, m_source;
    std::vector<int> m_ends; // of each token in the text
    ChatText* m_text;
    Label* m_stats;
    Label* m_error;
    Button* m_continue;
    Action* m_copy;
    Action* m_again; // regenerate, or edit
    bool m_isReadOnly = false, m_isEdited = false;
};

} // namespace fettle::ui
