#pragma once

#include "ui/models/chat_turn.h"
#include "ui/models/likely_tokens_model.h"

#include <QFrame>

namespace fettle::ui {

// What else was likely where a token was drawn, beside that token. Esc, or a click elsewhere, closes it.
class LikelyTokensPopover : public QFrame {
    Q_OBJECT
public:
    explicit LikelyTokensPopover(QWidget* parent);
    void open(const TokenChoice& choice, const QPoint& globalPosition);

private:
    LikelyTokensModel m_model;
};

} // namespace fettle::ui
