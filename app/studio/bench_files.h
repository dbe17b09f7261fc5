#pragma once

#include <QByteArray>
#include <QString>

namespace fettle {

// Files as large as the bench needs them.
void writeRunFolder(const QString& folder, int steps);
void writeChatRows(const QString& file, int rows);
[[nodiscard]] QByteArray stepLine(int step); // of events.jsonl

} // namespace fettle
