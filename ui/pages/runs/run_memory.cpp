#include "ui/pages/runs/run_memory.h"

#include "ui/text/numbers.h"
#include "ui/widgets/label.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace fettle::ui {

RunMemory::RunMemory(QWidget* parent) : QWidget(parent), m_verdict(new Label({}, TextRole::Secondary)) {
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("runMemory"));
    table->setAccessibleName(tr("Memory by part"));
    table->setModel(&m_model);
    table->verticalHeader()->hide();
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_verdict->setObjectName(QStringLiteral("memoryVerdict"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->addWidget(m_verdict);
    layout->addWidget(table, 1);
}

void RunMemory::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    showLedgers();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &RunMemory::showLedgers);
    connect(record, &RunRecord::changed, this, &RunMemory::showLedgers);
}

void RunMemory::showLedgers() {
    if (m_record == nullptr) {
        m_model.setLedgers({}, {}, 0);
    } else {
        const RunData& data = m_record->data();
        const auto& counted = m_record->metrics().values(QStringLiteral("memory_bytes"));
        m_model.setLedgers(data.ledger(), data.measuredMemory, counted.empty() ? 0 : counted.back());
    }
    m_verdict->setText(verdict());
}

QString RunMemory::verdict() const {
    const auto shortfall = m_model.shortfall();
    if (!shortfall) return tr("What the plan predicted, and what the engine has measured so far.");
    const QString share = percentText(std::abs(*shortfall));
    return *shortfall > 0 ? tr("The prediction was %1 below what was measured.").arg(share)
                          : tr("The prediction was %1 above what was measured.").arg(share);
}

} // namespace fettle::ui
