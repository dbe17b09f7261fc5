#pragma once

class QAbstractItemModel;
class QTableView;

namespace fettle::ui {

// A table of facts: names at the left as wide as they are, values beside them.
[[nodiscard]] QTableView* factsTable(QAbstractItemModel& facts);
// As high as its rows, so that it has no scroll bar of its own.
void fitHeight(QTableView& table);

} // namespace fettle::ui
