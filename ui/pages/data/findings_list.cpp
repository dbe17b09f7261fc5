#include "ui/pages/data/findings_list.h"

#include "ui/widgets/button.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace fettle::ui {

FindingsList::FindingsList(FindingsModel& findings, QWidget* parent)
    : Card(tr("Findings"), parent), m_findings(findings), m_table(new QTableView) {
    m_table->setObjectName(QStringLiteral("findings"));
    m_table->setAccessibleName(tr("Findings"));
    m_table->setModel(&findings);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(FindingsModel::TextColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(FindingsModel::HintColumn, QHeaderView::Stretch);
    m_table->setMinimumHeight(scaled(96));
    auto* showRow = new Button(tr("Show row"));
    showRow->setObjectName(QStringLiteral("showFinding"));
    header()->addWidget(showRow);
    content()->addWidget(m_table);
    connect(showRow, &QPushButton::clicked, this, &FindingsList::showCurrent);
    connect(m_table, &QAbstractItemView::activated, this, &FindingsList::showCurrent);
    connect(&findings, &QAbstractItemModel::modelReset, this, &FindingsList::show);
    show();
}

void FindingsList::show() {
    const int count = m_findings.rowCount();
    setTitle(tr("%n finding(s)", nullptr, count));
    setVisible(count > 0);
}

void FindingsList::showCurrent() {
    QModelIndex index = m_table->currentIndex();
    if (!index.isValid()) index = m_findings.index(0, 0);
    const qint64 line = index.data(FindingsModel::LineRole).toLongLong();
    if (line > 0) Q_EMIT rowWanted(line);
}

} // namespace fettle::ui
