#include "ui/widgets/facts_table.h"

#include "ui/widgets/style.h"

#include <QHeaderView>
#include <QTableView>

namespace fettle::ui {

QTableView* factsTable(QAbstractItemModel& facts) {
    auto* table = new QTableView;
    table->setModel(&facts);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(scaled(kControlHeight - kTightGap));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const auto fitNames = [table] {
        if (table->model()->columnCount() > 0)
            table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    };
    QObject::connect(&facts, &QAbstractItemModel::modelReset, table, fitNames);
    return table;
}

void fitHeight(QTableView& table) {
    const int lines = table.model()->rowCount() + 1; // with the header
    table.setFixedHeight(table.verticalHeader()->defaultSectionSize() * lines + kGap);
}

} // namespace fettle::ui
