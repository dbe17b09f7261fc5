#pragma once

#include "core/base/json.h"
#include "ui/models/chat_turn.h"
#include "ui/models/result_ref.h"

#include <QDateTime>

namespace fettle::ui {

// What was said to one model, or to two side by side, as it is kept on the disk.
struct Conversation {
    struct Side {
        ResultRef result;
        std::vector<ChatTurn> turns;
    };

    QString id; // of its file
    QDateTime changed;
    bool isCompared = false;
    Side left, right; // left only where two are compared

    [[nodiscard]] bool isEmpty() const { return right.turns.empty() && left.turns.empty(); }
    [[nodiscard]] QString title() const; // the first question
};

// Without the likeliest tokens, which are many.
[[nodiscard]] Json toJson(const Conversation& conversation);
[[nodiscard]] Conversation conversationFrom(const Json& json); // Error{BadFile}: no conversation

} // namespace fettle::ui
