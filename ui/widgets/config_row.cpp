#include "ui/widgets/config_row.h"

#include "ui/text/core_text.h"
#include "ui/widgets/field_control.h"
#include "ui/widgets/field_draft.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/field_texts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

#include <QLayout>

namespace fettle::ui {

namespace {

bool isAboveZero(const Json& value) {
    return value.is_number() && value.get<double>() > 0;
}

} // namespace

ConfigRow::ConfigRow(FieldDraft* draft, const Json& field, QWidget* parent)
    : ConfigRow(draft, field, makeFieldControl(field), parent) {}

ConfigRow::ConfigRow(FieldDraft* draft, const Json& field, FieldControl* control, QWidget* parent)
    : FormLine(fieldLabel(keyOf(field)), control, new Label({}, TextRole::Secondary), parent), m_draft(draft),
      m_key(keyOf(field)), m_kind(kindOf(field)), m_kindKey(draft->fields().kindKeyOf(m_key)),
      m_winner(winnerOver(m_key)), m_rival(QString::fromLatin1(factsOf(m_key).winsOver)), m_control(control) {
    nameControl(coreText(field.at("help").get<std::string>()));
    if (!m_winner.isEmpty()) addSwitch(m_key, m_winner);
    if (!m_rival.isEmpty()) addSwitch(m_rival, m_key);
    connect(m_control, &FieldControl::edited, this, &ConfigRow::onEdited);
    connect(m_control, &FieldControl::failed, this,
            [this](const QString& problem) { m_draft->refuse(m_key, problem); });
    follow();
}

void ConfigRow::nameControl(const QString& help) {
    QWidget* main = m_control->main();
    main->setObjectName(m_draft->controlName(m_key));
    main->setAccessibleName(fieldLabel(m_key));
    main->setAccessibleDescription(help);
    main->setToolTip(help);
    main->setWhatsThis(help);
    setHelp(help);
}

void ConfigRow::addSwitch(const QString& loser, const QString& winner) {
    m_start = parseJson(factsOf(winner).start, winner.toStdString());
    m_switch = new SegmentedChoice;
    m_switch->setObjectName(QStringLiteral("switch.") + m_key);
    m_switch->setAccessibleName(tr("Unit of \u201C%1\u201D").arg(fieldLabel(m_key)));
    m_switch->setChoices({{loser, fieldUnit(loser)}, {winner, fieldUnit(winner)}});
    m_switch->setCurrent(m_key);
    m_control->layout()->addWidget(m_switch);
    connect(m_switch, &SegmentedChoice::chosen, this, &ConfigRow::choose);
}

// The field that is left keeps no refused text that would block the run unseen.
void ConfigRow::choose(const QString& wanted) {
    if (wanted == m_key) return;
    m_draft->set(m_key, m_rival.isEmpty() ? m_draft->value(m_key) : Json(0));
    if (wanted == m_winner) m_draft->set(m_winner, m_start);
    m_switch->setCurrent(m_key); // of this row, for when it is seen again
}

void ConfigRow::setStart(const Json& value) {
    m_start = value;
}

bool ConfigRow::isInForce() const {
    if (!m_winner.isEmpty() && isAboveZero(m_draft->value(m_winner))) return false;
    if (!m_rival.isEmpty() && !isAboveZero(m_draft->value(m_key))) return false;
    return m_kindKey.isEmpty() || m_draft->value(m_kindKey) == Json(m_kind.toStdString());
}

void ConfigRow::setOwnNote(const QString& note) {
    m_ownNote = note;
    follow();
}

QString ConfigRow::defaultNote() const {
    QStringList parts;
    const QString unit = m_switch == nullptr ? fieldUnit(m_key) : QString(), usual = fieldUsual(m_key);
    if (!unit.isEmpty()) parts << unit;
    const Json standard = m_draft->byDefault(m_key);
    if (standard.is_number() && m_rival.isEmpty()) parts << tr("default %1").arg(valueText(standard));
    if (!usual.isEmpty()) parts << usual;
    return parts.join(QStringLiteral(", "));
}

void ConfigRow::follow() {
    if (!isInForce()) return;
    if (const QString text = m_draft->standIn(m_key); !text.isEmpty()) m_control->setPlaceholder(text);
    if (!m_draft->isRefused(m_key)) m_control->show(m_draft->value(m_key)); // else what was typed stays to be mended
    setNote(m_ownNote.isEmpty() ? defaultNote() : m_ownNote);
    showProblem();
}

void ConfigRow::showProblem() {
    setProblem(m_draft->problemOf(m_key));
}

void ConfigRow::onEdited(const Json& value) {
    m_draft->set(m_key, value);
    showProblem();
}

} // namespace fettle::ui
