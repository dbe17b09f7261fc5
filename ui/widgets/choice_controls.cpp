#include "ui/widgets/choice_controls.h"

#include "ui/widgets/field_facts.h"
#include "ui/widgets/field_texts.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

QHBoxLayout* lineOf(QWidget* owner, QWidget* control) {
    auto* layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(control);
    owner->setFocusProxy(control);
    return layout;
}

} // namespace

ComboControl::ComboControl(const QString& key, const QStringList& choices) : m_box(new QComboBox) {
    lineOf(this, m_box);
    m_box->setMinimumContentsLength(12);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    QStringList texts;
    for (const QString& choice : choices)
        texts << choiceText(key, choice);
    setChoices(choices, texts);
    connect(m_box, &QComboBox::activated, this,
            [this] { Q_EMIT edited(Json(m_box->currentData().toString().toStdString())); });
}

void ComboControl::setChoices(const QStringList& values, const QStringList& texts) {
    if (values == m_values && texts == m_texts) return; // an open list stays
    m_values = values;
    m_texts = texts;
    const QVariant before = m_box->currentData();
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    for (qsizetype i = 0; i < values.size(); ++i)
        m_box->addItem(texts.value(i, values[i]), values[i]);
    if (before.isValid()) show(Json(before.toString().toStdString()));
}

void ComboControl::show(const Json& value) {
    const QString text = value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
    if (m_box->findData(text) < 0) m_box->addItem(text, text); // e.g. a GPU of the machine where a recipe was made
    m_box->setCurrentIndex(m_box->findData(text));
}

QWidget* ComboControl::main() const {
    return m_box;
}

SegmentsControl::SegmentsControl(const QString& key, const QStringList& choices) : m_choice(new SegmentedChoice) {
    lineOf(this, m_choice)->addStretch();
    const QStringList first = QString::fromLatin1(factsOf(key).first).split(QLatin1Char(' '));
    std::vector<Choice> all;
    for (const QString& choice : first)
        if (choices.contains(choice)) all.push_back({.value = choice, .text = choiceText(key, choice)});
    for (const QString& choice : choices)
        if (!first.contains(choice)) all.push_back({.value = choice, .text = choiceText(key, choice), .isMore = true});
    m_choice->setChoices(all);
    connect(m_choice, &SegmentedChoice::chosen, this,
            [this](const QString& value) { Q_EMIT edited(Json(value.toStdString())); });
}

void SegmentsControl::show(const Json& value) {
    m_choice->setCurrent(QString::fromStdString(value.is_string() ? value.get<std::string>() : std::string()));
}

QWidget* SegmentsControl::main() const {
    return m_choice;
}

SeveralControl::SeveralControl(const QString& key, const QStringList& choices)
    : m_group(new QWidget), m_choices(choices) {
    constexpr int kColumns = 2;
    lineOf(this, m_group);
    auto* grid = new QGridLayout(m_group);
    grid->setContentsMargins(0, 0, 0, 0);
    for (const QString& choice : choices) {
        auto* box = new QCheckBox(choiceText(key, choice));
        box->setObjectName(QStringLiteral("choice.") + choice);
        const auto place = static_cast<int>(m_boxes.size());
        grid->addWidget(box, place / kColumns, place % kColumns);
        m_boxes << box;
        connect(box, &QCheckBox::toggled, this, [this] { Q_EMIT edited(value()); });
    }
    m_group->setFocusProxy(m_boxes.value(0));
}

Json SeveralControl::value() const {
    Json chosen = Json::array();
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        if (m_boxes[i]->isChecked()) chosen.push_back(m_choices[i].toStdString());
    return chosen;
}

void SeveralControl::show(const Json& value) {
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        const QSignalBlocker blocker(m_boxes[i]);
        const Json name = m_choices[i].toStdString();
        m_boxes[i]->setChecked(value.is_array() && std::find(value.begin(), value.end(), name) != value.end());
    }
}

QWidget* SeveralControl::main() const {
    return m_group;
}

SwitchControl::SwitchControl(const QString&) : m_box(new QCheckBox(tr("on"))) {
    lineOf(this, m_box)->addStretch();
    connect(m_box, &QCheckBox::toggled, this, [this](bool isOn) { Q_EMIT edited(Json(isOn)); });
}

void SwitchControl::show(const Json& value) {
    const QSignalBlocker blocker(m_box);
    m_box->setChecked(value.is_boolean() && value.get<bool>());
}

QWidget* SwitchControl::main() const {
    return m_box;
}

} // namespace fettle::ui
