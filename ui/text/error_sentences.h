#pragma once

#include "core/base/error.h"

#include <QString>

namespace fettle::ui {

// Words of the window for an error, made from its kind and facts; each is empty where the engine's own English says as
// much or more: in English, and where there are no words for it.
struct ErrorSentence {
    QString what; // happened
    QString toDo;
};
[[nodiscard]] ErrorSentence sentenceFor(const Error& error);

} // namespace fettle::ui
