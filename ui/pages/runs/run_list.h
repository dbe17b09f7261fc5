#pragma once

#include "ui/pages/workspace.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QTableView;

namespace fettle::ui {

class RunActions;
class RunMenu;
class SearchField;

// All runs; one selected is shown, several are compared.
class RunList : public QWidget {
    Q_OBJECT
public:
    RunList(Workspace& workspace, RunActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] QStringList selected() const; // folders
    void select(const QString& folder);         // as soon as it is in the list
    void focusSearch();

Q_SIGNALS:
    void selectionChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpTable();
    void fitColumns();
    void selectPending();
    void showColumns();
    void showMenu(const QPoint& at);

    RunsModel& m_runs;
    QSortFilterProxyModel m_sorted;
    RunMenu* m_menu;
    SearchField* m_search;
    QTableView* m_table;
    QString m_pending;
};

} // namespace fettle::ui
