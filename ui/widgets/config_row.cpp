#include "ui/widgets/config_row.h"

#include "ui/text/core_text.h"
#include "ui/text/numbers.h"
#include "ui/widgets/config_draft.h"
#include "ui/widgets/field_control.h"
#include "ui/widgets/field_texts.h"
#include "ui/widgets/label.h"

#include <QGridLayout>

namespace fettle::ui {

namespace {

constexpr int kLabelWidth = 132;
constexpr int kLeastControlWidth = 140;
constexpr int kNarrowRow = 520; // below it the aside goes under the control

} // namespace

ConfigRow::ConfigRow(ConfigDraft* draft, const Json& field, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_key(QString::fromStdString(field.at("key").get<std::string>())),
      m_kind(field.at("kind").is_string() ? QString::fromStdString(field.at("kind").get<std::string>()) : QString()),
      m_control(makeFieldControl(field)), m_name(new Label(fieldLabel(m_key))),
      m_aside(new Label({}, TextRole::Secondary)), m_problem(new Label({}, TextRole::Secondary)) {
    const QString help = coreText(field.at("help").get<std::string>());
    QWidget* main = m_control->main();
    main->setObjectName(QStringLiteral("config.") + m_key);
    main->setAccessibleName(fieldLabel(m_key));
    main->setAccessibleDescription(help);
    for (QWidget* widget : {main, static_cast<QWidget*>(m_name), static_cast<QWidget*>(this)}) {
        widget->setToolTip(help);
        widget->setWhatsThis(help);
    }
    m_name->setBuddy(main);
    m_name->setFixedWidth(scaled(kLabelWidth));
    m_name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_control->setMinimumWidth(scaled(kLeastControlWidth));
    m_problem->setInk(Ink::Danger);
    m_problem->hide();
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kGap);
    layout->setVerticalSpacing(kTightGap / 2);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_control, 0, 1);
    layout->addWidget(m_aside, 0, 2);
    layout->addWidget(m_problem, 2, 1, 1, 2);
    layout->setColumnStretch(2, 1);
    connect(m_control, &FieldControl::edited, this, &ConfigRow::onEdited);
    connect(m_control, &FieldControl::failed, this,
            [this](const QString& problem) { m_draft->refuse(m_key, problem); });
    follow();
}

void ConfigRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < scaled(kNarrowRow);
    if (isNarrow == m_isNarrow) return;
    m_isNarrow = isNarrow;
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->removeWidget(m_aside);
    if (isNarrow)
        grid->addWidget(m_aside, 1, 1, 1, 2);
    else
        grid->addWidget(m_aside, 0, 2);
}

bool ConfigRow::isInForce() const {
    if (m_kind.isEmpty()) return true;
    const QString section = m_key.section(QLatin1Char('.'), 0, 0);
    return m_draft->value(section + QStringLiteral(".kind")) == Json(m_kind.toStdString());
}

void ConfigRow::setNote(const QString& note) {
    m_note = note;
    follow();
}

QString ConfigRow::defaultNote() const {
    QStringList parts;
    const QString unit = fieldUnit(m_key), usual = fieldUsual(m_key);
    if (!unit.isEmpty()) parts << unit;
    const Json standard = m_draft->byDefault(m_key);
    if (standard.is_number()) parts << tr("default %1").arg(valueText(standard));
    if (!usual.isEmpty()) parts << usual;
    return parts.join(QStringLiteral(", "));
}

void ConfigRow::follow() {
    if (!isInForce()) return;
    if (m_key == QLatin1String("optimizer.learning_rate"))
        m_control->setPlaceholder(learningRateText(methodLearningRate(m_draft->config())));
    if (!m_draft->isRefused(m_key)) m_control->show(m_draft->value(m_key)); // else what was typed stays to be mended
    m_aside->setText(m_note.isEmpty() ? defaultNote() : m_note);
    showProblem();
}

void ConfigRow::showProblem() {
    const QString problem = m_draft->problemOf(m_key);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ConfigRow::onEdited(const Json& value) {
    m_draft->set(m_key, value);
    showProblem();
}

} // namespace fettle::ui
