#pragma once

#include <QString>

namespace fettle::ui {

// What chat, export and every later page works on: a base model, an adapter over one, or a model that was trained
// whole.
struct ResultRef {
    enum class Kind { Base, Adapter, Model };

    QString base; // what it was trained from: a folder or "pocket"; empty: unknown, or a base itself
    QString path; // of the adapter or the model: a folder, or "pocket"
    Kind kind = Kind::Base;
    QString name = {}; // as people call it

    bool operator==(const ResultRef&) const = default;
    [[nodiscard]] bool isEmpty() const { return path.isEmpty(); }
    [[nodiscard]] bool isTuned() const { return kind != Kind::Base; }
    [[nodiscard]] const QString& weights() const { return kind == Kind::Adapter ? base : path; } // what a server loads
    [[nodiscard]] QString adapter() const { return kind == Kind::Adapter ? path : QString(); }
    [[nodiscard]] bool answersAs(const ResultRef& other) const { // whatever it is called
        return weights() == other.weights() && adapter() == other.adapter();
    }

    [[nodiscard]] static ResultRef ofBase(const QString& path, const QString& name);
    // A folder that training left: a run's or a checkpoint's adapter/ or model/.
    [[nodiscard]] static ResultRef ofTraining(const QString& folder, const QString& base, const QString& name);
    // A whole model that was exported or opened.
    [[nodiscard]] static ResultRef ofModel(const QString& folder, const QString& base);
};

} // namespace fettle::ui
