#include "core/data/conversations.h"
#include "core/data/row_view.h"

namespace fettle {

namespace {

constexpr RowColumn kPromptCompletionColumns[] = {{"prompt"}, {"completion"}};

const PromptCompletionRow& promptCompletion(const Row& row) {
    return std::get<PromptCompletionRow>(row);
}

std::vector<Strand> strandsOfCompletion(const Row& row) {
    const auto& [prompt, completion] = promptCompletion(row);
    return {{StrandKind::Prompt, Json::array({turnOf("user", prompt)})},
            {StrandKind::Answer, Json::array({turnOf("assistant", completion)})}};
}

} // namespace

extern const RowView kPromptCompletionView{
    .columns = kPromptCompletionColumns,
    .cell =
        [](const Row& row, std::size_t column) {
            return column == 0 ? promptCompletion(row).prompt : promptCompletion(row).completion;
        },
    .strands = strandsOfCompletion,
    .object =
        [](const Row& row) {
            return Json{{"prompt", promptCompletion(row).prompt}, {"completion", promptCompletion(row).completion}};
        },
};

} // namespace fettle
