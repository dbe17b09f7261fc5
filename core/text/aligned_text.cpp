#include "core/text/aligned_text.h"

#include "core/text/utf8.h"

namespace fettle {

AlignedText AlignedText::of(std::string_view text, std::int64_t firstCodePoint) {
    AlignedText aligned{.bytes = std::string(text)};
    aligned.origin.reserve(text.size());
    auto index = static_cast<std::int32_t>(firstCodePoint) - 1;
    for (const char byte : text) {
        index += !isContinuation(byte);
        aligned.origin.push_back(index);
    }
    return aligned;
}

AlignedText AlignedText::part(std::size_t begin, std::size_t end) const {
    const auto from = origin.begin() + static_cast<std::ptrdiff_t>(begin);
    return {bytes.substr(begin, end - begin), {from, from + static_cast<std::ptrdiff_t>(end - begin)}};
}

void AlignedText::prepend(std::string_view text) {
    bytes.insert(0, text);
    origin.insert(origin.begin(), text.size(), origin.front());
}

void AlignedText::append(std::string_view text, std::int32_t from) {
    bytes += text;
    origin.insert(origin.end(), text.size(), from);
}

TextSpan AlignedText::span(std::size_t begin, std::size_t end) const {
    return begin == end ? TextSpan{} : TextSpan{origin[begin], origin[end - 1] + 1};
}

} // namespace fettle
