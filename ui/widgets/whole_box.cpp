#include "ui/widgets/whole_box.h"

#include "ui/text/numbers.h"

#include <QRegularExpression>

namespace fettle::ui {

WholeBox::WholeBox(QWidget* parent) : QSpinBox(parent) {
    setKeyboardTracking(false); // the first digits of a number are another one
}

QString WholeBox::typed(const QString& text) const {
    QString number = text;
    if (!prefix().isEmpty() && number.startsWith(prefix())) number.remove(0, prefix().size());
    if (!suffix().isEmpty() && number.endsWith(suffix())) number.chop(suffix().size());
    return number.trimmed();
}

QValidator::State WholeBox::validate(QString& text, int&) const {
    static const QRegularExpression kStart(QStringLiteral("^[-+0-9.,]*$"));
    if (text == specialValueText() && !text.isEmpty()) return QValidator::Acceptable;
    const QString number = typed(text);
    if (const auto whole = typedWhole(number)) {
        if (*whole > maximum()) return QValidator::Invalid;
        return *whole < minimum() ? QValidator::Intermediate : QValidator::Acceptable;
    }
    return kStart.match(number).hasMatch() ? QValidator::Intermediate : QValidator::Invalid;
}

int WholeBox::valueFromText(const QString& text) const {
    if (text == specialValueText() && !text.isEmpty()) return minimum();
    return static_cast<int>(typedWhole(typed(text)).value_or(value()));
}

} // namespace fettle::ui
