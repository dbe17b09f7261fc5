#include "core/text/byte_alphabet.h"

#include "core/text/utf8.h"

#include <array>
#include <map>

namespace fettle {

namespace {

bool isPrintable(int byte) {
    return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
}

std::array<char32_t, 256> codePoints() {
    std::array<char32_t, 256> table{};
    char32_t next = 256;
    for (int byte = 0; byte < 256; ++byte)
        table[static_cast<std::size_t>(byte)] = isPrintable(byte) ? static_cast<char32_t>(byte) : next++;
    return table;
}

std::array<std::string, 256> characters() {
    std::array<std::string, 256> table;
    const auto points = codePoints();
    for (std::size_t byte = 0; byte < 256; ++byte)
        table[byte] = utf8(points[byte]);
    return table;
}

std::map<char32_t, char> bytesOfPoints() {
    std::map<char32_t, char> table;
    const auto points = codePoints();
    for (std::size_t byte = 0; byte < 256; ++byte)
        table[points[byte]] = static_cast<char>(byte);
    return table;
}

} // namespace

const std::string& byteCharacter(unsigned char byte) {
    static const std::array<std::string, 256> table = characters();
    return table[byte];
}

AlignedText toByteAlphabet(const AlignedText& text) {
    AlignedText result;
    result.bytes.reserve(text.bytes.size() * 2);
    result.origin.reserve(text.bytes.size() * 2);
    for (std::size_t i = 0; i < text.bytes.size(); ++i)
        result.append(byteCharacter(static_cast<unsigned char>(text.bytes[i])), text.origin[i]);
    return result;
}

std::optional<std::string> fromByteAlphabet(std::string_view text) {
    static const std::map<char32_t, char> table = bytesOfPoints();
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        const auto found = table.find(c.value);
        if (found == table.end()) return std::nullopt;
        bytes += found->second;
        at += static_cast<std::size_t>(c.length);
    }
    return bytes;
}

} // namespace fettle
