#pragma once

#include <QString>

namespace fettle::ui {

// What one can talk to: a base model, or one with an adapter.
struct ChatTarget {
    QString name;    // as people call it
    QString model;   // a folder, or "pocket"
    QString adapter; // a folder; empty: none
    QString base;    // what it was trained from, as `model`; empty: unknown, or a base itself
    bool isTuned = false;

    bool operator==(const ChatTarget&) const = default;
    [[nodiscard]] bool isEmpty() const { return model.isEmpty(); }
    [[nodiscard]] bool answersAs(const ChatTarget& other) const { // whatever it is called
        return model == other.model && adapter == other.adapter;
    }
};

} // namespace fettle::ui
