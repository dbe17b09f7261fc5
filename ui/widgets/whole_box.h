#pragma once

#include <QSpinBox>

namespace fettle::ui {

// A spin box that reads as typedWhole() does. Qt's own drops a separator of thousands, and "0,001" becomes 1; here it
// stays to be seen, and the number is the one before.
class WholeBox : public QSpinBox {
    Q_OBJECT
public:
    explicit WholeBox(QWidget* parent = nullptr);
    QValidator::State validate(QString& text, int& position) const override;
    int valueFromText(const QString& text) const override;
    void fixup(QString&) const override {} // drops nothing

private:
    [[nodiscard]] QString typed(const QString& text) const; // without prefix and suffix
};

} // namespace fettle::ui
