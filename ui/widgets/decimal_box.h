#pragma once

#include <QDoubleSpinBox>

namespace fettle::ui {

// A spin box that reads as typedNumber() does. Qt's own drops a separator of thousands, and "0,001" becomes 1; here it
// stays to be seen, and the number is the one before. The number changes when it is typed to its end.
class DecimalBox : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit DecimalBox(QWidget* parent = nullptr);
    QValidator::State validate(QString& text, int& position) const override;
    double valueFromText(const QString& text) const override;
    void fixup(QString&) const override {} // drops nothing
};

} // namespace fettle::ui
