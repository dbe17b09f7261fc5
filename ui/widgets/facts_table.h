#pragma once

class QAbstractItemModel;
class QTableView;

namespace fettle::ui {

// A table of facts: names at the left as wide as they are, values beside them.
[[nodiscard]] QTableView* factsTable(QAbstractItemModel& facts);

} // namespace fettle::ui
