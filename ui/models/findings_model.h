#pragma once

#include "core/data/finding.h"

#include <QAbstractListModel>

#include <vector>

namespace fettle::ui {

// What is odd about a data file, one kind a row, what weighs most first.
class FindingsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { LevelRole = Qt::UserRole, HintRole }; // FindingLevel as a number; what to do

    explicit FindingsModel(QObject* parent = nullptr);

    void setFindings(std::vector<Finding> findings);
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Finding> m_findings;
};

} // namespace fettle::ui
