#pragma once

#include "core/base/json.h"

#include <QString>

namespace fettle {

// Files as large as the bench needs them.
void writeRunFolder(const QString& folder, int steps);
void writeChatRows(const QString& file, int rows);
[[nodiscard]] Json stepEvent(int step); // of events.jsonl

} // namespace fettle
