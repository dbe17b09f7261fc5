#include "ui/widgets/config_form.h"

#include "ui/widgets/config_row.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/field_control.h"
#include "ui/widgets/field_texts.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

QString keyOf(const Json& field) {
    return QString::fromStdString(field.at("key").get<std::string>());
}

// Lists of files, whole objects and the like are the pages' work.
bool hasControl(const Json& field) {
    const QString key = keyOf(field);
    const std::string type = field.at("type").get<std::string>();
    return key != QLatin1String("version") && !key.contains(QLatin1String("[]")) &&
           !key.startsWith(QLatin1String("model.init")) && type != "section" && type != "list of sections" &&
           type != "object";
}

// An optimizer with one kind offers no choice.
bool isOffered(const Json& field) {
    const QString key = keyOf(field);
    return !key.endsWith(QLatin1String(".kind")) || field.at("choices").size() > 1;
}

bool isAdvanced(const Json& field) {
    return field.at("level").get<std::string>() == "advanced";
}

bool lies(const QString& key, const QString& section) {
    return key == section || key.startsWith(section + QLatin1Char('.'));
}

} // namespace

ConfigForm::ConfigForm(ConfigDraft* draft, QStringList sections, Fields fields, QWidget* parent)
    : QWidget(parent), m_draft(draft), m_sections(std::move(sections)), m_fields(fields) {
    build();
    connect(draft, &ConfigDraft::changed, this, &ConfigForm::follow);
    connect(draft, &ConfigDraft::problemChanged, this, [this](const QString& key) {
        for (auto* row : m_rows)
            if (row->key() == key) row->showProblem();
    });
    connect(draft, &ConfigDraft::wasReset, this, [this] { follow({}); });
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
    for (const Json& field : describeFields()) {
        if (!isWanted(field)) continue;
        const bool isFolded = m_advanced != nullptr && isAdvanced(field);
        QVBoxLayout* target = isFolded ? m_advanced->content() : layout;
        const QString section = keyOf(field).section(QLatin1Char('.'), 0, 0);
        if (isAdvanced(field) && m_sections.size() != 1 && keyOf(field).contains(QLatin1Char('.')) &&
            section != heading) {
            heading = section;
            target->addWidget(new Label(sectionLabel(section), TextRole::Strong));
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
        if (row->key() == key) row->setNote(note);
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
    m_advanced->setNote(changed > 0 ? tr("%n changed", nullptr, changed) : QString());
}

} // namespace fettle::ui
