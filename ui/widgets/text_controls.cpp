#include "ui/widgets/text_controls.h"

#include "ui/widgets/field_texts.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace fettle::ui {

namespace {

constexpr int kLines = 3;

void fill(QWidget* owner, QWidget* control) {
    auto* layout = new QHBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(control);
    owner->setFocusProxy(control);
}

Json textOrNull(const QString& text, bool isNullable) {
    return isNullable && text.isEmpty() ? Json() : Json(text.toStdString());
}

} // namespace

TextControl::TextControl(bool isNullable) : m_isNullable(isNullable), m_edit(new QLineEdit) {
    fill(this, m_edit);
    m_edit->setMinimumWidth(scaled(160));
    connect(m_edit, &QLineEdit::textEdited, this, &TextControl::onEdited);
}

void TextControl::show(const Json& value) {
    if (valueOf(m_edit->text()) != value) m_edit->setText(textOf(value));
}

void TextControl::setPlaceholder(const QString& text) {
    m_edit->setPlaceholderText(text);
}

QWidget* TextControl::main() const {
    return m_edit;
}

Json TextControl::valueOf(const QString& text) const {
    return textOrNull(text, m_isNullable);
}

QString TextControl::textOf(const Json& value) const {
    return valueText(value);
}

void TextControl::onEdited() {
    Q_EMIT edited(valueOf(m_edit->text()));
}

WordsControl::WordsControl() : TextControl(false) {}

Json WordsControl::valueOf(const QString& text) const {
    // A comma inside braces or brackets belongs to a regular expression.
    static const QRegularExpression kSigns(QStringLiteral("[\\[\\](){}*+?|^$\\\\]"));
    if (!text.contains(QLatin1Char(',')) || text.contains(kSigns)) return Json(text.trimmed().toStdString());
    Json names = Json::array();
    const auto parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        names.push_back(part.trimmed().toStdString());
    return names;
}

QString WordsControl::textOf(const Json& value) const {
    return valueText(value);
}

MapControl::MapControl(Values values) : TextControl(false), m_values(values) {
    setPlaceholder(values == Values::Text ? tr("name=column, …") : tr("name=8, …"));
}

Json MapControl::partOf(const QString& text) const {
    bool isNumber = false;
    if (m_values == Values::Integers) {
        const qlonglong number = QLocale().toLongLong(text, &isNumber);
        if (isNumber) return Json(number);
    } else if (m_values == Values::Numbers) {
        const double number = QLocale().toDouble(text, &isNumber);
        if (isNumber) return Json(number);
    }
    return Json(text.toStdString()); // where a number is needed, the draft says so
}

Json MapControl::valueOf(const QString& text) const {
    Json map = Json::object();
    const auto parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const QString name = part.section(QLatin1Char('='), 0, -2).trimmed();
        if (!name.isEmpty()) map[name.toStdString()] = partOf(part.section(QLatin1Char('='), -1).trimmed());
    }
    return map;
}

QString MapControl::textOf(const Json& value) const {
    QStringList parts;
    if (value.is_object())
        for (const auto& item : value.items())
            parts << QString::fromStdString(item.key()) + QLatin1Char('=') + valueText(item.value());
    return parts.join(QStringLiteral(", "));
}

LinesControl::LinesControl() : m_edit(new QPlainTextEdit) {
    fill(this, m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * kLines + kGroupGap);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT edited(value()); });
}

Json LinesControl::value() const {
    Json lines = Json::array();
    const auto parts = m_edit->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& part : parts)
        lines.push_back(part.toStdString());
    return lines;
}

void LinesControl::show(const Json& shown) {
    if (value() == shown) return;
    QStringList lines;
    for (const Json& line : shown)
        lines << valueText(line);
    const QSignalBlocker blocker(m_edit);
    m_edit->setPlainText(lines.join(QLatin1Char('\n')));
}

void LinesControl::setPlaceholder(const QString& text) {
    m_edit->setPlaceholderText(text);
}

QWidget* LinesControl::main() const {
    return m_edit;
}

PathControl::PathControl(const QString& key)
    : m_field(new PathField(key.endsWith(QLatin1String("chat_template")) ? PathField::Kind::OpenFile
                                                                         : PathField::Kind::Folder)),
      m_isNullable(key != QLatin1String("model.path")) {
    fill(this, m_field);
    const auto edit = [this](const QString& path) { Q_EMIT edited(textOrNull(path, m_isNullable)); };
    connect(m_field, &PathField::pathTyped, this, edit);
    connect(m_field, &PathField::pathChosen, this, edit);
}

void PathControl::show(const Json& value) {
    if (const QString path = valueText(value); path != m_field->path()) m_field->setPath(path); // the cursor stays
}

void PathControl::setPlaceholder(const QString& text) {
    m_field->setPlaceholderText(text);
}

QWidget* PathControl::main() const {
    return m_field->edit();
}

} // namespace fettle::ui
