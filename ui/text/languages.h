#pragma once

#include <QStringList>

namespace fettle::ui {

// What the window can speak: "en", "pl". English is always among them; the sources are written in it.
[[nodiscard]] QStringList shippedLanguages();
// As its speakers call it: "Polski".
[[nodiscard]] QString languageName(const QString& language);

} // namespace fettle::ui
