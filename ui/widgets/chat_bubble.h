#pragma once

#include "ui/models/conversation_model.h"
#include "ui/widgets/style.h"

#include <QFrame>

class QTextBrowser;

namespace fettle::ui {

class IconButton;
class Label;

// One turn. The tokens of an answer can be clicked.
class ChatBubble : public QFrame {
    Q_OBJECT
public:
    explicit ChatBubble(Ink side, QWidget* parent = nullptr);
    void setTurn(const ChatTurn& turn, const QString& stats);
    void setReadOnly(); // without the button that edits or asks again
    [[nodiscard]] const QString& role() const { return m_role; }

Q_SIGNALS:
    void tokenClicked(int token);
    void editRequested();
    void regenerateRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showText(const ChatTurn& turn);
    void fitText();
    [[nodiscard]] int tokenAt(int position) const;
    void clickAt(const QPoint& point);

    Ink m_side;
    QString m_role, m_shown;
    std::vector<int> m_ends; // of each token in the text
    QTextBrowser* m_text;
    Label* m_stats;
    Label* m_error;
    IconButton* m_copy;
    IconButton* m_again; // regenerate, or edit
};

} // namespace fettle::ui
