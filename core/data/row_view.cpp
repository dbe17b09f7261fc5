#include "core/data/row_view.h"

#include <array>

namespace fettle {

extern const RowView kTextView, kPromptCompletionView, kInstructionView, kChatView, kPairView, kChatPairView,
    kTranscriptPairView, kJudgedView;

namespace {

// In the order of Row's alternatives.
constexpr std::array kViews = {
    &kTextView, &kPromptCompletionView, &kInstructionView,    &kChatView,
    &kPairView, &kChatPairView,         &kTranscriptPairView, &kJudgedView,
};
static_assert(kViews.size() == std::variant_size_v<Row>);

} // namespace

const RowView& viewOf(const Row& row) {
    return *kViews[row.index()];
}

std::string textOf(const Strand& strand) {
    std::string text;
    for (const Json& turn : strand.turns) {
        const auto content = turn.find("content");
        if (content == turn.end() || !content->is_string()) continue;
        text += (text.empty() ? "" : "\n\n") + content->get_ref<const std::string&>();
    }
    return text;
}

} // namespace fettle
