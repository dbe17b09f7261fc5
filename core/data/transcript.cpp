#include "core/data/transcript.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::string_view kHuman = "\n\nHuman:", kAssistant = "\n\nAssistant:";

} // namespace

std::optional<std::vector<Speech>> splitTranscript(std::string_view text) {
    if (!text.starts_with(kHuman)) return std::nullopt;
    std::vector<Speech> speeches;
    while (!text.empty()) {
        const bool isAssistant = text.starts_with(kAssistant);
        const std::string_view head = text.substr(0, (isAssistant ? kAssistant : kHuman).size());
        const std::size_t end =
            std::min({text.find(kHuman, head.size()), text.find(kAssistant, head.size()), text.size()});
        speeches.push_back({isAssistant, head, text.substr(head.size(), end - head.size())});
        text.remove_prefix(end);
    }
    return speeches.back().isAssistant ? std::optional(std::move(speeches)) : std::nullopt;
}

TranscriptPair splitPair(std::string_view chosen, std::string_view rejected) {
    const auto better = splitTranscript(chosen).value(), worse = splitTranscript(rejected).value();
    const auto most = static_cast<std::ptrdiff_t>(std::min(better.size(), worse.size())) - 1;
    const auto split = std::mismatch(better.begin(), better.begin() + most, worse.begin());
    return {{better.begin(), split.first}, {split.first, better.end()}, {split.second, worse.end()}};
}

} // namespace fettle
