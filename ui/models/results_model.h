#pragma once

#include "ui/models/base_models_model.h"
#include "ui/models/result_ref.h"
#include "ui/models/run_record.h"
#include "ui/models/runs_model.h"

#include <QAbstractListModel>

#include <vector>

namespace fettle::ui {

// Everything that one can talk to or take out: base models, results of runs with their checkpoints, and what was opened
// by hand. The one place where they are looked for.
class ResultsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { TunedRole = Qt::UserRole }; // bool

    ResultsModel(const BaseModelsModel& models, const RunsModel& runs, QObject* parent = nullptr);

    void add(const ResultRef& result);                          // stays in the list until the program ends
    [[nodiscard]] int rowOf(const ResultRef& result) const;     // by its folders; -1: not here
    [[nodiscard]] int rowOfBase(const ResultRef& result) const; // what it was trained from; -1: not here
    [[nodiscard]] const ResultRef& result(int row) const { return m_entries[static_cast<std::size_t>(row)].result; }
    // Questions that it should know: those of its run, then those of its base.
    [[nodiscard]] QStringList questions(const ResultRef& result) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed();

private:
    struct Entry {
        ResultRef result;
        QStringList questions = {}; // asked during its run
    };
    struct RunFacts { // of RunsModel's roles
        QString folder, name, result;
        qint64 resultStep = 0;
        QByteArray config;
    };
    static std::vector<RunFacts> factsOf(const RunsModel& runs);
    static std::vector<Entry> entriesOf(const RunFacts& facts);
    void refresh();
    void take(std::vector<Entry> ofRuns);

    const BaseModelsModel& m_models;
    const RunsModel& m_runs;
    std::vector<Entry> m_entries, m_added;
    Task m_reading;
};

// What a run left last; empty where it has none yet.
[[nodiscard]] ResultRef resultOf(const RunRecord& run);

} // namespace fettle::ui
