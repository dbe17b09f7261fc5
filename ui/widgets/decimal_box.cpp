#include "ui/widgets/decimal_box.h"

#include "ui/text/numbers.h"

#include <QRegularExpression>

namespace fettle::ui {

DecimalBox::DecimalBox(QWidget* parent) : QDoubleSpinBox(parent) {
    setKeyboardTracking(false); // the first letters of a number are another one
}

QValidator::State DecimalBox::validate(QString& text, int&) const {
    static const QRegularExpression kStart(QStringLiteral("^[-+0-9.,eE]*$"));
    if (const auto number = typedNumber(text)) {
        if (*number > maximum()) return QValidator::Invalid;
        return *number < minimum() ? QValidator::Intermediate : QValidator::Acceptable;
    }
    return kStart.match(text).hasMatch() ? QValidator::Intermediate : QValidator::Invalid;
}

double DecimalBox::valueFromText(const QString& text) const {
    return typedNumber(text).value_or(value());
}

} // namespace fettle::ui
