#include "core/data/views/pair_strands.h"

namespace fettle {

namespace {

const PairRow& pair(const Row& row) {
    return std::get<PairRow>(row);
}

} // namespace

extern const RowView kPairView{
    .columns = kPairColumns,
    .cell =
        [](const Row& row, std::size_t column) {
            return column == 0 ? pair(row).prompt : column == 1 ? pair(row).chosen : pair(row).rejected;
        },
    .strands =
        [](const Row& row) {
            return pairStrands(Json::array({turnOf("user", pair(row).prompt)}),
                               Json::array({turnOf("assistant", pair(row).chosen)}),
                               Json::array({turnOf("assistant", pair(row).rejected)}));
        },
    .object =
        [](const Row& row) {
            Json object{{"prompt", pair(row).prompt}, {"chosen", pair(row).chosen}, {"rejected", pair(row).rejected}};
            if (pair(row).margin != 0) object["margin"] = pair(row).margin;
            return object;
        },
};

} // namespace fettle
