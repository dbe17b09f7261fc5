#include "ui/widgets/text_controls.h"

#include "ui/text/numbers.h"
#include "ui/widgets/field_texts.h"
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

// What stands between commas, in lists and maps.
QStringList partsOf(const QString& text) {
    QStringList parts;
    const auto pieces = text.split(QLatin1Char(','));
    for (const QString& piece : pieces)
        if (const QString part = piece.trimmed(); !part.isEmpty()) parts << part;
    return parts;
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
    const auto now = valueOf(m_edit->text());
    if (!now || *now != value) m_edit->setText(textOf(value));
}

void TextControl::setPlaceholder(const QString& text) {
    m_edit->setPlaceholderText(text);
}

QWidget* TextControl::main() const {
    return m_edit;
}

std::optional<Json> TextControl::valueOf(const QString& text) const {
    return textOrNull(text, m_isNullable);
}

QString TextControl::textOf(const Json& value) const {
    return valueText(value);
}

void TextControl::onEdited() {
    if (const auto value = valueOf(m_edit->text()))
        Q_EMIT edited(*value);
    else
        Q_EMIT failed(problem());
}

WordsControl::WordsControl() : TextControl(false) {}

std::optional<Json> WordsControl::valueOf(const QString& text) const {
    // A comma inside braces or brackets belongs to a regular expression.
    static const QRegularExpression kSigns(QStringLiteral("[\\[\\](){}*+?|^$\\\\]"));
    if (!text.contains(QLatin1Char(',')) || text.contains(kSigns)) return Json(text.trimmed().toStdString());
    Json names = Json::array();
    for (const QString& part : partsOf(text))
        names.push_back(part.toStdString());
    return names;
}

IntegersControl::IntegersControl() : TextControl(false) {
    setPlaceholder(tr("0, 1, …"));
}

std::optional<Json> IntegersControl::valueOf(const QString& text) const {
    Json numbers = Json::array();
    for (const QString& part : partsOf(text)) {
        const auto number = typedWhole(part);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

QString IntegersControl::textOf(const Json& value) const {
    QStringList parts;
    for (const Json& number : value)
        parts << editedText(number.get<std::int64_t>(), QLocale::c());
    return parts.join(QStringLiteral(", "));
}

QString IntegersControl::problem() const {
    return tr("Whole numbers are needed here, with commas between.");
}

NumbersControl::NumbersControl() : TextControl(false) {
    setPlaceholder(tr("1, 0.5, …"));
}

std::optional<Json> NumbersControl::valueOf(const QString& text) const {
    Json numbers = Json::array();
    for (const QString& part : partsOf(text)) {
        const auto number = typedNumber(part);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

QString NumbersControl::textOf(const Json& value) const {
    QStringList parts;
    for (const Json& number : value)
        parts << editedText(number.get<double>(), QLocale::c());
    return parts.join(QStringLiteral(", "));
}

QString NumbersControl::problem() const {
    return tr("Numbers are needed here, with commas between.");
}

MapControl::MapControl(Values values) : TextControl(false), m_values(values) {
    setPlaceholder(values == Values::Text ? tr("name=column, …") : tr("name=8, …"));
}

std::optional<Json> MapControl::partOf(const QString& text) const {
    if (m_values == Values::Integers) {
        const auto number = typedWhole(text);
        return number ? std::optional<Json>(*number) : std::nullopt;
    }
    if (m_values == Values::Numbers) {
        const auto number = typedNumber(text);
        return number ? std::optional<Json>(*number) : std::nullopt;
    }
    return text.isEmpty() ? std::nullopt : std::optional<Json>(text.toStdString());
}

std::optional<Json> MapControl::valueOf(const QString& text) const {
    Json map = Json::object();
    for (const QString& part : partsOf(text)) {
        const std::string name = part.section(QLatin1Char('='), 0, -2).trimmed().toStdString();
        const auto value = partOf(part.section(QLatin1Char('='), -1).trimmed());
        if (name.empty() || !value || map.contains(name)) return std::nullopt;
        map[name] = *value;
    }
    return map;
}

QString MapControl::textOf(const Json& value) const {
    const auto text = [](const Json& part) {
        if (part.is_number_integer()) return editedText(part.get<std::int64_t>(), QLocale::c());
        return part.is_number() ? editedText(part.get<double>(), QLocale::c()) : valueText(part);
    };
    QStringList parts;
    if (value.is_object())
        for (const auto& item : value.items())
            parts << QString::fromStdString(item.key()) + QLatin1Char('=') + text(item.value());
    return parts.join(QStringLiteral(", "));
}

QString MapControl::problem() const {
    return m_values == Values::Text ? tr("Pairs are needed here, such as name=column, each name once.")
                                    : tr("Pairs are needed here, such as name=8, each name once.");
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

PathControl::PathControl(PathField::Kind kind, bool isNullable)
    : m_field(new PathField(kind)), m_isNullable(isNullable) {
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
