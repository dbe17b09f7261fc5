#pragma once

#include <QString>

namespace fettle::ui {

// What one can talk to: a base model, or one with an adapter.
struct ChatTarget {
    QString name;    // as people call it
    QString model;   // a folder, or "pocket"
    QString adapter; // a folder; empty: none
    bool isTuned = false;

    bool operator==(const ChatTarget&) const = default;
    [[nodiscard]] bool isEmpty() const { return model.isEmpty(); }
};

} // namespace fettle::ui
