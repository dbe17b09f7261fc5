#pragma once

#include <QPalette>
#include <QString>

class QTextDocument;

namespace fettle::ui {

// A model's Markdown in a document: line breaks hold, code stands in blocks of its own, links lead nowhere, pictures
// and HTML stay as they were written.
void showMarkdown(QTextDocument& document, const QString& source, const QPalette& palette);

// Where in the source a place of the shown text comes from; marks like ** are in the source alone. -1: nowhere.
[[nodiscard]] int sourcePosition(const QString& shown, const QString& source, int position);

} // namespace fettle::ui
