#include "core/source/safetensors.h"

#include "core/base/error.h"
#include "core/base/json_builder.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <tuple>

namespace fettle {

namespace {

constexpr std::uint64_t kMostHeaderBytes = 100'000'000;
constexpr const char* kHint = "The file is damaged or incomplete; download or export it again.";

class HeaderParser {
public:
    HeaderParser(std::span<const std::byte> file, const std::string& what) : m_file(file), m_what(what) {}

    SafetensorsHeader parse() {
        const Json json = parseUnique(headerText());
        for (const auto& [name, value] : json.items()) {
            if (name == "__metadata__")
                readMetadata(value);
            else
                m_header.tensors.push_back(readEntry(name, value));
        }
        std::stable_sort(m_header.tensors.begin(), m_header.tensors.end(), [](const auto& a, const auto& b) {
            return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
        });
        checkLayout();
        return std::move(m_header);
    }

private:
    [[noreturn]] void refuse(const std::string& reason, const std::string& tensor = {}) const {
        Facts facts{{"file", m_what}};
        if (!tensor.empty()) facts["tensor"] = tensor;
        throw Error{ErrorKind::BadFile, m_what + ": " + reason + ".", kHint, facts};
    }

    std::string_view headerText() {
        std::uint64_t length = 0;
        if (m_file.size() < sizeof length) refuse("too short for a safetensors file");
        std::memcpy(&length, m_file.data(), sizeof length);
        if (length > kMostHeaderBytes)
            refuse("its header claims " + std::to_string(length) + " bytes, more than any real file has");
        if (length > m_file.size() - sizeof length) refuse("its header is longer than the file");
        m_header.dataStart = sizeof length + length;
        return {reinterpret_cast<const char*>(m_file.data()) + sizeof length, static_cast<std::size_t>(length)};
    }

    Json parseUnique(std::string_view text) const {
        try {
            Json json = parseJson(text, m_what + ": its header", DuplicateKeys::Refuse);
            if (!json.is_object()) refuse("its header is no JSON object");
            return json;
        } catch (Error& error) {
            error.facts["file"] = m_what;
            error.hint = kHint;
            throw;
        }
    }

    void readMetadata(const Json& value) {
        if (value.is_null()) return; // as mlx writes it
        if (!value.is_object()) refuse("its metadata is no object");
        for (const auto& [key, text] : value.items()) {
            if (!text.is_string()) refuse("its metadata \"" + key + "\" is not a text");
            m_header.metadata[key] = text.get<std::string>();
        }
    }

    TensorEntry readEntry(const std::string& name, const Json& value) const {
        TensorEntry entry{.name = name};
        if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") ||
            !value.contains("data_offsets"))
            refuse("the entry of \"" + name + "\" is incomplete", name);
        if (!value["dtype"].is_string() || bitWidth(value["dtype"].get<std::string>()) == 0)
            refuse("\"" + name + "\" has an unknown number format", name);
        entry.dtype = value["dtype"].get<std::string>();
        if (!value["shape"].is_array()) refuse("the shape of \"" + name + "\" is no list", name);
        for (const Json& size : value["shape"])
            entry.shape.push_back(static_cast<std::int64_t>(whole(size, name)));
        const Json& offsets = value["data_offsets"];
        if (!offsets.is_array() || offsets.size() != 2) refuse("the offsets of \"" + name + "\" are no pair", name);
        entry.begin = whole(offsets[0], name);
        entry.end = whole(offsets[1], name);
        return entry;
    }

    std::uint64_t whole(const Json& value, const std::string& name) const {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max())
            refuse("\"" + name + "\" has a size or offset that is no whole number", name);
        return value.get<std::uint64_t>();
    }

    void checkLayout() const {
        std::uint64_t expected = 0;
        for (const TensorEntry& entry : m_header.tensors) {
            if (entry.begin != expected || entry.end < entry.begin)
                refuse("the data of \"" + entry.name + "\" overlaps another tensor or leaves a hole", entry.name);
            checkSize(entry);
            expected = entry.end;
        }
        if (m_header.dataStart + expected != m_file.size())
            refuse("it has " + std::to_string(m_file.size() - m_header.dataStart) +
                   " bytes of data, its header describes " + std::to_string(expected));
    }

    void checkSize(const TensorEntry& entry) const {
        std::uint64_t bits = static_cast<std::uint64_t>(bitWidth(entry.dtype));
        for (const std::int64_t size : entry.shape)
            if (__builtin_mul_overflow(bits, static_cast<std::uint64_t>(size), &bits))
                refuse("the shape of \"" + entry.name + "\" is too large", entry.name);
        if (bits % 8 != 0) refuse("\"" + entry.name + "\" does not fill whole bytes", entry.name);
        if (bits / 8 != entry.end - entry.begin)
            refuse("the shape of \"" + entry.name + "\" needs " + std::to_string(bits / 8) + " bytes, it has " +
                       std::to_string(entry.end - entry.begin),
                   entry.name);
    }

    std::span<const std::byte> m_file;
    const std::string& m_what;
    SafetensorsHeader m_header;
};

} // namespace

SafetensorsHeader parseSafetensorsHeader(std::span<const std::byte> file, const std::string& what) {
    return HeaderParser(file, what).parse();
}

int bitWidth(const std::string& dtype) {
    static const std::map<std::string, int> widths = {
        {"BOOL", 8},        {"U8", 8},          {"I8", 8},      {"F8_E5M2", 8}, {"F8_E4M3", 8}, {"F8_E8M0", 8},
        {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8}, {"I16", 16},    {"U16", 16},    {"F16", 16},    {"BF16", 16},
        {"I32", 32},        {"U32", 32},        {"F32", 32},    {"I64", 64},    {"U64", 64},    {"F64", 64},
        {"C64", 64},        {"F4", 4},          {"F6_E2M3", 6}, {"F6_E3M2", 6}};
    const auto found = widths.find(dtype);
    return found == widths.end() ? 0 : found->second;
}

} // namespace fettle
