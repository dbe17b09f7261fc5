#include "core/data/formats/columns.h"

namespace fettle {

// One column "text", learned whole.
extern const RowFormat kTextFormat{.name = "text",
                                   .matches = [](const Columns& row) { return row.has("text"); },
                                   .read = [](const Columns& row) -> Row { return TextRow{row.text("text")}; }};

} // namespace fettle
