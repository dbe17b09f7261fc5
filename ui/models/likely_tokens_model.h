#pragma once

#include <QAbstractTableModel>

#include <vector>

namespace fettle::ui {

// The likeliest tokens at one place of an answer.
class LikelyTokensModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Token, Probability, LogProb, Id, ColumnCount };
    enum Role { ProbabilityRole = Qt::UserRole, ChosenRole };
    struct Row {
        int id = 0;
        QString token;
        double logprob = 0;
        bool isChosen = false; // the one that was drawn
    };

    explicit LikelyTokensModel(QObject* parent = nullptr);

    void setRows(std::vector<Row> rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Row> m_rows;
};

} // namespace fettle::ui
