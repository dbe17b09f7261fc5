#pragma once

#include "ui/pages/chat/chat_side.h"
#include "ui/widgets/card.h"

class QPlainTextEdit;

namespace fettle::ui {

// The exact text that a model sees, with its number of tokens.
class PromptView : public Card {
    Q_OBJECT
public:
    explicit PromptView(ChatSide& side, QWidget* parent = nullptr);

private:
    void show(const QString& text, const QVector<int>& ids);

    QPlainTextEdit* m_text;
};

} // namespace fettle::ui
