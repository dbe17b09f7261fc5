#include "core/source/gguf/gguf_header.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <limits>

namespace fettle {

namespace {

constexpr std::string_view kMagic = "GGUF";
constexpr std::uint64_t kMostDims = 4, kLongestName = 64;
constexpr int kDeepestList = 8;
constexpr std::uint64_t kLeastPairBytes = 8 + 4 + 1, kLeastTensorBytes = 8 + 4 + 4 + 8; // to bound the counts

[[noreturn]] void refuseGguf(const std::string& what, const std::string& reason) {
    throw Error{ErrorKind::BadFile,
                what + ": " + reason + ".",
                "The file is damaged or incomplete; download or export it again.",
                {{"file", what}}};
}

// Walks through the bytes, never beyond their end.
class GgufCursor {
public:
    GgufCursor(std::span<const std::byte> bytes, const std::string& what) : m_bytes(bytes), m_what(what) {}

    template <class T>
    T take() {
        T value;
        std::memcpy(&value, skip(sizeof value), sizeof value);
        return value;
    }
    std::string text() {
        const auto length = take<std::uint64_t>();
        const auto* begin = reinterpret_cast<const char*>(skip(length));
        return {begin, static_cast<std::size_t>(length)};
    }
    const std::byte* skip(std::uint64_t count) {
        if (count > left()) refuseGguf(m_what, "its header ends too early");
        const std::byte* begin = m_bytes.data() + m_at;
        m_at += static_cast<std::size_t>(count);
        return begin;
    }
    // A number of things of which each takes so many bytes at the least.
    std::uint64_t count(std::uint64_t leastBytes, const char* things) {
        const auto number = take<std::uint64_t>();
        if (number > left() / leastBytes)
            refuseGguf(m_what, "it claims " + std::to_string(number) + " " + things + ", more than fit into it");
        return number;
    }
    [[nodiscard]] std::uint64_t left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    std::span<const std::byte> m_bytes;
    const std::string& m_what;
    std::size_t m_at = 0;
};

class GgufParser {
public:
    GgufParser(std::span<const std::byte> bytes, const std::string& what)
        : m_cursor(bytes, what), m_size(bytes.size()), m_what(what) {
        m_header.metadata = GgufMetadata(bytes, what);
    }

    GgufHeader parse() {
        readVersion();
        const std::uint64_t tensors = m_cursor.count(kLeastTensorBytes, "tensors");
        const std::uint64_t pairs = m_cursor.count(kLeastPairBytes, "entries");
        for (std::uint64_t i = 0; i < pairs; ++i)
            readPair();
        const std::uint64_t alignment = readAlignment();
        for (std::uint64_t i = 0; i < tensors; ++i)
            readTensor(alignment);
        const std::uint64_t end = m_cursor.at();
        m_header.dataStart = (end + alignment - 1) / alignment * alignment;
        checkLayout();
        return std::move(m_header);
    }

private:
    [[noreturn]] void refuse(const std::string& reason) const { refuseGguf(m_what, reason); }

    void readVersion() {
        if (m_cursor.left() < kMagic.size() || std::memcmp(m_cursor.skip(kMagic.size()), kMagic.data(), kMagic.size()))
            refuse("it is no GGUF file");
        m_header.version = m_cursor.take<std::uint32_t>();
        if (m_header.version != 0 && (m_header.version & 0xFFFF) == 0) refuse("it is written for big-endian machines");
        if (m_header.version != 2 && m_header.version != 3)
            refuse("version " + std::to_string(m_header.version) + " of the format cannot be read");
    }

    GgufType readType(const std::string& key) {
        const auto number = m_cursor.take<std::uint32_t>();
        if (number > static_cast<std::uint32_t>(GgufType::F64))
            refuse("\"" + key + "\" has the unknown type " + std::to_string(number));
        return static_cast<GgufType>(number);
    }

    void readPair() {
        std::string key = m_cursor.text();
        GgufPlace place{.type = readType(key)};
        if (place.type == GgufType::Array) {
            place.element = readType(key);
            place.count = readCount(place.element);
        }
        place.at = m_cursor.at();
        if (place.type == GgufType::Array)
            skipElements(key, place.element, place.count, 1);
        else
            skipValue(key, place.type, 0);
        if (!m_header.metadata.add(key, place)) refuse("it names \"" + key + "\" twice");
    }

    std::uint64_t readCount(GgufType element) {
        constexpr std::uint64_t kLengthBytes = 8;
        return m_cursor.count(widthOf(element) == 0 ? kLengthBytes : widthOf(element), "elements");
    }

    void skipValue(const std::string& key, GgufType type, int depth) {
        if (type == GgufType::Text)
            m_cursor.skip(m_cursor.take<std::uint64_t>());
        else if (type != GgufType::Array)
            m_cursor.skip(widthOf(type));
        else {
            if (depth >= kDeepestList) refuse("\"" + key + "\" is nested too deeply");
            const GgufType element = readType(key);
            skipElements(key, element, readCount(element), depth + 1);
        }
    }

    void skipElements(const std::string& key, GgufType element, std::uint64_t count, int depth) {
        if (widthOf(element) > 0) {
            m_cursor.skip(count * widthOf(element)); // bounded by readCount
            return;
        }
        for (std::uint64_t i = 0; i < count; ++i)
            skipValue(key, element, depth);
    }

    std::uint64_t readAlignment() const {
        constexpr std::int64_t kUsual = 32, kMost = 1 << 20;
        const std::int64_t alignment = m_header.metadata.whole("general.alignment").value_or(kUsual);
        if (alignment < 1 || alignment > kMost || !std::has_single_bit(static_cast<std::uint64_t>(alignment)))
            refuse("its alignment is " + std::to_string(alignment) + ", no power of two");
        return static_cast<std::uint64_t>(alignment);
    }

    void readTensor(std::uint64_t alignment) {
        GgufTensor tensor{.name = m_cursor.text()};
        if (tensor.name.size() > kLongestName) refuse("a tensor's name is longer than 64 bytes");
        const auto dims = m_cursor.take<std::uint32_t>();
        if (dims > kMostDims) refuse("\"" + tensor.name + "\" has " + std::to_string(dims) + " dimensions");
        for (std::uint32_t i = 0; i < dims; ++i) {
            const auto size = m_cursor.take<std::uint64_t>();
            if (size > std::numeric_limits<std::int64_t>::max()) refuse("\"" + tensor.name + "\" is too large");
            tensor.shape.insert(tensor.shape.begin(), static_cast<std::int64_t>(size));
        }
        const auto type = m_cursor.take<std::uint32_t>();
        tensor.type = ggmlType(type);
        if (tensor.type == nullptr)
            refuse("\"" + tensor.name + "\" has the unknown number format " + std::to_string(type));
        tensor.begin = m_cursor.take<std::uint64_t>();
        if (tensor.begin % alignment != 0) refuse("\"" + tensor.name + "\" is not aligned");
        tensor.bytes = bytesOf(tensor);
        m_header.tensors.push_back(std::move(tensor));
    }

    std::uint64_t bytesOf(const GgufTensor& tensor) const {
        const auto fastest = tensor.shape.empty() ? 1 : tensor.shape.back();
        if (fastest % tensor.type->blockValues != 0)
            refuse("the rows of \"" + tensor.name + "\" are no whole blocks of " + tensor.type->name);
        auto bytes = static_cast<std::uint64_t>(tensor.type->blockBytes);
        for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
            const std::int64_t size = tensor.shape[i];
            const std::int64_t blocks = i + 1 == tensor.shape.size() ? size / tensor.type->blockValues : size;
            if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(blocks), &bytes))
                refuse("\"" + tensor.name + "\" is too large");
        }
        return bytes;
    }

    void checkLayout() const {
        std::vector<const GgufTensor*> all;
        for (const GgufTensor& tensor : m_header.tensors)
            all.push_back(&tensor);
        std::ranges::sort(all, {}, &GgufTensor::begin);
        const std::uint64_t space = m_size > m_header.dataStart ? m_size - m_header.dataStart : 0;
        std::uint64_t end = 0;
        for (const GgufTensor* tensor : all) {
            if (tensor->begin < end) refuse("the data of \"" + tensor->name + "\" overlaps another tensor");
            if (tensor->begin > space || tensor->bytes > space - tensor->begin)
                refuse("the data of \"" + tensor->name + "\" reaches beyond its end");
            end = tensor->begin + tensor->bytes;
        }
        std::ranges::sort(all, {}, &GgufTensor::name);
        const auto twice = std::ranges::adjacent_find(all, {}, &GgufTensor::name);
        if (twice != all.end()) refuse("it names the tensor \"" + (*twice)->name + "\" twice");
    }

    GgufCursor m_cursor;
    std::uint64_t m_size;
    const std::string& m_what;
    GgufHeader m_header;
};

} // namespace

GgufHeader parseGgufHeader(std::span<const std::byte> bytes, const std::string& what) {
    return GgufParser(bytes, what).parse();
}

GgufHeader readGgufHeader(const std::filesystem::path& file) {
    auto mapped = MappedFile::open(file);
    GgufHeader header = parseGgufHeader(mapped->bytes(), file.string());
    header.file = std::move(mapped);
    return header;
}

bool looksLikeGguf(const std::filesystem::path& file) {
    std::error_code code;
    if (!std::filesystem::is_regular_file(file, code)) return false;
    std::string begin(kMagic.size(), '\0');
    std::ifstream stream(file, std::ios::binary);
    return stream.read(begin.data(), static_cast<std::streamsize>(begin.size())) && begin == kMagic;
}

} // namespace fettle
