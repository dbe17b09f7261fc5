#include "ui/pages/runs/run_settings.h"

#include "ui/widgets/facts_table.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

const QString kTable = QStringLiteral("table"), kFile = QStringLiteral("file");

} // namespace

RunSettings::RunSettings(QWidget* parent)
    : QWidget(parent), m_choice(new SegmentedChoice), m_stack(new QStackedWidget), m_table(factsTable(m_facts)),
      m_file(new QPlainTextEdit) {
    m_table->setObjectName(QStringLiteral("runSettings"));
    m_table->setAccessibleName(tr("Settings of the run"));
    m_table->horizontalHeader()->hide();
    m_file->setObjectName(QStringLiteral("runConfig"));
    m_file->setAccessibleName(tr("Settings file of the run"));
    m_file->setReadOnly(true);
    m_file->setFrameShape(QFrame::NoFrame);
    m_file->setFont(fontOf(TextRole::Mono));
    m_choice->setObjectName(QStringLiteral("settingsView"));
    m_choice->setAccessibleName(tr("How the settings are shown"));
    m_choice->setChoices({{kTable, tr("Table")}, {kFile, tr("File")}});
    m_choice->setCurrent(kTable);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_file);
    auto* top = new QHBoxLayout;
    top->addWidget(m_choice);
    top->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);
    connect(m_choice, &SegmentedChoice::chosen, this, &RunSettings::showChosen);
}

void RunSettings::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_facts.setRows({}, {});
    m_file->clear();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &RunSettings::showSettings);
    showSettings();
}

void RunSettings::showSettings() {
    if (!m_record->config()) return;
    m_facts.setRows({tr("Value")}, settingRows(*m_record->config()));
    const Json config = toJson(*m_record->config());
    const QString text = QString::fromStdString(config.dump(2, ' ', false, Json::error_handler_t::replace));
    if (text != m_file->toPlainText()) m_file->setPlainText(text);
}

void RunSettings::showChosen() {
    m_stack->setCurrentIndex(m_choice->current() == kFile ? 1 : 0);
}

} // namespace fettle::ui
