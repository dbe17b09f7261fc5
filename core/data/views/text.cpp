#include "core/data/conversations.h"
#include "core/data/row_view.h"

namespace fettle {

namespace {

constexpr RowColumn kTextColumns[] = {{"text"}};

const std::string& plainText(const Row& row) {
    return std::get<TextRow>(row).text;
}

} // namespace

extern const RowView kTextView{
    .columns = kTextColumns,
    .cell = [](const Row& row, std::size_t) { return plainText(row); },
    .strands =
        [](const Row& row) {
            return std::vector<Strand>{{StrandKind::Text, Json::array({turnOf("text", plainText(row))})}};
        },
    .object =
        [](const Row& row) {
            return Json{{"text", plainText(row)}};
        },
};

} // namespace fettle
