#include "ui/widgets/config_form.h"

#include "ui/widgets/config_row.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/field_control.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

bool isElsewhere(const QString& key) {
    for (QString part = key; !part.isEmpty(); part = part.section(QLatin1Char('.'), 0, -2))
        if (factsOf(part).control == ControlKind::Elsewhere) return true;
    return false;
}

// Lists of files, whole objects and the like are the pages' work.
bool hasControl(const Json& field) {
    const QString key = keyOf(field);
    const std::string type = field.at("type").get<std::string>();
    return !isElsewhere(key) && !key.contains(QLatin1String("[]")) && type != "section" && type != "list of sections" &&
           type != "object";
}

// An alternative with one kind offers no choice.
bool isOffered(const Json& field) {
    return !keyOf(field).endsWith(QLatin1String(".kind")) || field.at("choices").size() > 1;
}

bool lies(const QString& key, const QString& section) {
    return key == section || key.startsWith(section + QLatin1Char('.'));
}

} // namespace

ConfigForm::ConfigForm(FieldDraft* draft, QStringList sections, Fields fields, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_sections(std::move(sections)), m_fields(fields) {
    build();
    connect(draft, &FieldDraft::changed, this, &ConfigForm::follow);
    connect(draft, &FieldDraft::problemChanged, this, [this](const QString& key) {
        for (auto* row : m_rows)
            if (row->key() == key) row->showProblem();
    });
    connect(draft, &FieldDraft::wasReset, this, [this] { follow({}); });
}

// Of two fields of which one counts, both stand where the one stands that counts at first.
bool ConfigForm::isAdvanced(const Json& field) const {
    const QString loser = QString::fromLatin1(factsOf(keyOf(field)).winsOver);
    if (!loser.isEmpty())
        for (const Json& other : m_draft->fields().all())
            if (keyOf(other) == loser) return isAdvanced(other);
    return field.at("level").get<std::string>() == "advanced";
}

bool ConfigForm::isWanted(const Json& field) const {
    if (!hasControl(field) || !isOffered(field)) return false;
    if (m_fields == Fields::Simple && isAdvanced(field)) return false;
    if (m_fields == Fields::Advanced && !isAdvanced(field)) return false;
    const QString key = keyOf(field);
    return m_sections.isEmpty() || std::any_of(m_sections.begin(), m_sections.end(),
                                               [&](const QString& section) { return lies(key, section); });
}

void ConfigForm::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    if (m_fields == Fields::Both) {
        m_advanced = new Disclosure(tr("Advanced"));
        m_advanced->setObjectName(QStringLiteral("advanced"));
    }
    QString heading; // among advanced rows of several sections, each section gets a line
    for (const Json& field : m_draft->fields().all()) {
        if (!isWanted(field)) continue;
        const bool isFolded = m_advanced != nullptr && isAdvanced(field);
        QVBoxLayout* target = isFolded ? m_advanced->content() : layout;
        const QString section = keyOf(field).section(QLatin1Char('.'), 0, 0);
        if (isAdvanced(field) && m_sections.size() != 1 && keyOf(field).contains(QLatin1Char('.')) &&
            section != heading) {
            heading = section;
            target->addWidget(new Label(fieldLabel(section), TextRole::Strong));
        }
        addRow(field, target);
        if (isAdvanced(field)) m_advancedRows.push_back(m_rows.back());
    }
    if (m_advanced != nullptr && !m_advancedRows.empty()) layout->addWidget(m_advanced);
    showRows();
}

void ConfigForm::addRow(const Json& field, QVBoxLayout* layout) {
    auto* row = new ConfigRow(m_draft, field);
    m_rows.push_back(row);
    layout->addWidget(row);
}

void ConfigForm::insertBelow(const QString& key, QWidget* line) {
    for (auto* row : m_rows) {
        if (row->key() != key) continue;
        auto* lines = static_cast<QVBoxLayout*>(row->parentWidget()->layout());
        return lines->insertWidget(lines->indexOf(row) + 1, line);
    }
}

void ConfigForm::setHidden(const QStringList& keys) {
    m_hidden = keys;
    showRows();
}

void ConfigForm::setChoices(const QString& key, const QStringList& values, const QStringList& texts) {
    for (auto* row : m_rows) {
        if (row->key() != key) continue;
        row->control()->setChoices(values, texts);
        row->follow();
    }
}

void ConfigForm::setNote(const QString& key, const QString& note) {
    for (auto* row : m_rows)
        if (row->key() == key) row->setOwnNote(note);
}

void ConfigForm::setStart(const QString& key, const Json& value) {
    for (auto* row : m_rows)
        if (row->key() == key || winnerOver(row->key()) == key) row->setStart(value);
}

QWidget* ConfigForm::control(const QString& key) const {
    for (auto* row : m_rows)
        if (row->key() == key && row->isInForce()) return row->control()->main();
    return nullptr;
}

int ConfigForm::changedAmong(bool onlyAdvanced) const {
    const auto& rows = onlyAdvanced ? m_advancedRows : m_rows;
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [this](const ConfigRow* row) {
        return row->isInForce() && m_draft->isChanged(row->key());
    }));
}

int ConfigForm::changedCount() const {
    return changedAmong(false);
}

// One edit may change what other fields mean: all of them look again, the edited one keeps its text.
void ConfigForm::follow(const QString& editedKey) {
    for (auto* row : m_rows) {
        if (row->key() == editedKey && row->control()->main()->hasFocus())
            row->showProblem();
        else
            row->follow();
    }
    showRows();
}

void ConfigForm::showRows() {
    for (auto* row : m_rows)
        row->setVisible(row->isInForce() && !m_hidden.contains(row->key()));
    if (m_advanced == nullptr) return;
    const int changed = changedAmong(true);
    m_advanced->setNote(changed > 0 ? tr("%Ln changed", nullptr, changed) : QString());
}

} // namespace fettle::ui
