#pragma once

#include "ui/models/prompt_set_model.h"

#include <QAbstractTableModel>

namespace fettle::ui {

// Answers of base with adapter beside those of the written model, and whether they are the same.
class ProofModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Prompt, Attached, Written, Same, ColumnCount };

    explicit ProofModel(const PromptSetModel& answers, QObject* parent = nullptr);

    [[nodiscard]] int sameAnswers() const; // rows where both are done and equal

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool isDone(int row) const;
    [[nodiscard]] bool isSame(int row) const;

    const PromptSetModel& m_answers;
};

} // namespace fettle::ui
