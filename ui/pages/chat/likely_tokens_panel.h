#pragma once

#include "ui/models/conversation_model.h"
#include "ui/models/likely_tokens_model.h"
#include "ui/widgets/card.h"

namespace fettle::ui {

// What else could have stood at one place of an answer.
class LikelyTokensPanel : public Card {
    Q_OBJECT
public:
    explicit LikelyTokensPanel(QWidget* parent = nullptr);
    void show(const TokenChoice& choice);

private:
    LikelyTokensModel m_model;
};

} // namespace fettle::ui
