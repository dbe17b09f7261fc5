#pragma once

#include <QList>
#include <QString>

class QWidget;

namespace fettle::test {

struct VisibleText {
    QString place; // object names down to the control
    QString text;
};
// Every text that a person can read or hear in the widgets below `root`, hidden ones too.
[[nodiscard]] QList<VisibleText> visibleTexts(const QWidget& root);

} // namespace fettle::test
