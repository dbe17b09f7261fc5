#include "ui/pages/runs/metric_table.h"

#include "core/base/files.h"
#include "ui/tasks/run_in_background.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace fettle::ui {

MetricTable::MetricTable(QWidget* parent) : QWidget(parent), m_view(new QTableView), m_error(new ErrorStrip) {
    m_view->setObjectName(QStringLiteral("runTable"));
    m_view->setAccessibleName(tr("Figures of every step"));
    m_view->setModel(&m_model);
    m_view->verticalHeader()->hide();
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    auto* copyButton = new Button(tr("Copy table"));
    copyButton->setObjectName(QStringLiteral("copyTable"));
    copyButton->setIconName(QStringLiteral("copy"));
    auto* saveButton = new Button(tr("Save as CSV..."));
    saveButton->setObjectName(QStringLiteral("saveTable"));
    saveButton->setIconName(QStringLiteral("save"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copyButton);
    buttons->addWidget(saveButton);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_error);
    layout->addWidget(m_view, 1);
    connect(copyButton, &QPushButton::clicked, this, &MetricTable::copy);
    connect(saveButton, &QPushButton::clicked, this, &MetricTable::askWhereToSave);
}

void MetricTable::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_model.setMetrics(record != nullptr ? &record->metrics() : nullptr);
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &MetricTable::nameUnits);
    nameUnits();
}

void MetricTable::nameUnits() {
    if (m_record != nullptr && m_record->config()) m_model.setObjective(m_record->config()->objective);
}

void MetricTable::copy() {
    if (m_record != nullptr) QGuiApplication::clipboard()->setText(m_record->metrics().toCsv(QLatin1Char('\t')));
}

void MetricTable::askWhereToSave() {
    if (m_record == nullptr) return;
    auto* dialog = new QFileDialog(this, tr("Save the table"), m_record->name() + QStringLiteral(".csv"),
                                   tr("Comma separated values (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &MetricTable::save);
    dialog->open();
}

void MetricTable::save(const QString& file) {
    if (m_record == nullptr) return;
    runInBackground(
        this,
        [file, text = m_record->metrics().toCsv().toStdString()] { writeFileAtomically(file.toStdString(), text); },
        [this] { m_error->hide(); }, [this](const Error& error) { m_error->showError(error); });
}

} // namespace fettle::ui
