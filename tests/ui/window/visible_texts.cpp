#include "tests/ui/window/visible_texts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

namespace fettle::test {

namespace {

constexpr int kRowsRead = 5;

QString placeIn(const QWidget* widget) {
    QStringList path;
    for (; widget != nullptr; widget = widget->parentWidget())
        path.prepend(widget->objectName().isEmpty() ? QLatin1String(widget->metaObject()->className())
                                                    : widget->objectName());
    return path.mid(std::max<qsizetype>(0, path.size() - 4)).join(QLatin1Char('/'));
}

QStringList headsOf(const QAbstractItemModel& model, Qt::Orientation orientation, int count) {
    QStringList heads;
    for (int section = 0; section < count; ++section)
        heads << model.headerData(section, orientation).toString()
              << model.headerData(section, orientation, Qt::ToolTipRole).toString();
    return heads;
}

QStringList cellsOf(const QAbstractItemModel& model) {
    QStringList cells;
    for (int row = 0; row < std::min(kRowsRead, model.rowCount()); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                cells << model.index(row, column).data(role).toString();
    return cells;
}

QStringList textsOfView(const QAbstractItemView& view) {
    if (view.model() == nullptr || qobject_cast<const QHeaderView*>(&view) != nullptr) return {};
    QStringList texts = cellsOf(*view.model());
    const auto* table = qobject_cast<const QTableView*>(&view);
    if (table != nullptr && !table->horizontalHeader()->isHidden())
        texts << headsOf(*view.model(), Qt::Horizontal, view.model()->columnCount());
    return texts;
}

QStringList textsOfControl(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) return {label->text()};
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) return {button->text()};
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) return {group->title()};
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) return {line->placeholderText()};
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget)) return {text->placeholderText()};
    if (const auto* spin = qobject_cast<const QSpinBox*>(&widget)) return {spin->suffix(), spin->specialValueText()};
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) return textsOfView(*view);
    QStringList texts;
    if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int item = 0; item < box->count(); ++item)
            texts << box->itemText(item);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int tab = 0; tab < tabs->count(); ++tab)
            texts << tabs->tabText(tab);
    return texts;
}

QStringList textsOfWidget(const QWidget& widget) {
    QStringList texts = textsOfControl(widget);
    texts << widget.toolTip() << widget.accessibleName() << widget.accessibleDescription() << widget.statusTip();
    for (const QAction* action : widget.actions())
        texts << action->text() << action->toolTip();
    return texts;
}

} // namespace

QList<VisibleText> visibleTexts(const QWidget& root) {
    QList<VisibleText> found;
    for (const QWidget* widget : root.findChildren<QWidget*>())
        for (QString text : textsOfWidget(*widget)) {
            text.remove(QLatin1Char('&'));
            if (!text.isEmpty()) found << VisibleText{placeIn(widget), text};
        }
    return found;
}

} // namespace fettle::test
