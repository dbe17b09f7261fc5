#pragma once

#include "ui/models/base_models_model.h"
#include "ui/models/runs_model.h"
#include "ui/pages/chat_target.h"

#include <QAbstractListModel>

#include <vector>

namespace fettle::ui {

// All that one can talk to: base models, results of runs with their checkpoints, and what was opened by hand.
class ChatTargets : public QAbstractListModel {
    Q_OBJECT
public:
    ChatTargets(const BaseModelsModel& models, const RunsModel& runs, QObject* parent = nullptr);

    void add(const ChatTarget& target);                          // stays in the list until the program ends
    [[nodiscard]] int rowOf(const ChatTarget& target) const;     // by its folders; -1: not here
    [[nodiscard]] int rowOfBase(const ChatTarget& target) const; // what it was trained from; -1: not here
    [[nodiscard]] const ChatTarget& target(int row) const { return m_targets[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed();

private:
    void refresh();
    void take(std::vector<ChatTarget> ofRuns);

    const BaseModelsModel& m_models;
    const RunsModel& m_runs;
    std::vector<ChatTarget> m_targets, m_added;
    Task m_reading;
};

} // namespace fettle::ui
