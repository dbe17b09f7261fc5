#include "core/weights/tensors.h"

#include "core/base/error.h"
#include "core/device/allocator.h"
#include "core/weights/ggml_blocks.h"
#include "core/weights/gguf_layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <sys/mman.h>
#include <unistd.h>

namespace fettle {

namespace {

struct TypeName {
    const char* file; // as safetensors spells it
    at::ScalarType type;
};
constexpr std::array kTypes = {TypeName{"F64", at::kDouble},
                               TypeName{"F32", at::kFloat},
                               TypeName{"F16", at::kHalf},
                               TypeName{"BF16", at::kBFloat16},
                               TypeName{"I64", at::kLong},
                               TypeName{"I32", at::kInt},
                               TypeName{"I16", at::kShort},
                               TypeName{"I8", at::kChar},
                               TypeName{"U8", at::kByte},
                               TypeName{"BOOL", at::kBool},
                               TypeName{"F8_E4M3", at::kFloat8_e4m3fn},
                               TypeName{"F8_E5M2", at::kFloat8_e5m2}};

at::ScalarType typeOf(const TensorLocation& location) {
    for (const TypeName& known : kTypes)
        if (location.entry.dtype == known.file) return known.type;
    throw Error{ErrorKind::BadFile,
                "\"" + location.entry.name + "\" is stored as " + location.entry.dtype + ", which cannot be used.",
                "Choose the model in float32, float16 or bfloat16.",
                {{"tensor", location.entry.name}, {"file", location.file.string()}}};
}

bool isEightBitFloat(at::ScalarType type) {
    return type == at::kFloat8_e4m3fn || type == at::kFloat8_e5m2;
}

std::vector<std::int64_t> storedShape(const TensorLocation& location) {
    std::vector<std::int64_t> shape = location.entry.shape;
    if (location.change.isTransposed) std::reverse(shape.begin(), shape.end());
    return shape;
}

// The bytes of the file as they are; a copy only where they lie at an odd place.
at::Tensor plain(const TensorLocation& location, std::span<const std::byte> bytes,
                 const std::shared_ptr<const MappedFile>& file) {
    const at::ScalarType type = typeOf(location);
    auto* data = const_cast<std::byte*>(bytes.data());
    const auto options = at::TensorOptions(type);
    const bool isAligned = reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(type) == 0;
    if (!isAligned) {
        at::Tensor copy = at::empty(storedShape(location), options);
        std::memcpy(copy.mutable_data_ptr(), data, copy.nbytes());
        return isEightBitFloat(type) ? copy.to(at::kFloat) : copy;
    }
    const auto size = std::ssize(bytes);
    countMappedBytes(size);
    const auto giveBack = [file, size](void*) { countMappedBytes(-size); };
    const at::Tensor view = at::from_blob(data, storedShape(location), giveBack, options);
    return isEightBitFloat(type) ? view.to(at::kFloat) : view;
}

at::Tensor expanded(const TensorLocation& location, std::span<const std::byte> bytes) {
    at::Tensor values = at::empty(storedShape(location), at::kFloat);
    dequantize(ggmlTypeNamed(location.entry.dtype), bytes,
               {values.mutable_data_ptr<float>(), static_cast<std::size_t>(values.numel())});
    return values;
}

at::Tensor stored(const TensorLocation& location, const std::shared_ptr<const MappedFile>& file) {
    const std::uint64_t begin = location.dataStart + location.entry.begin;
    const std::uint64_t size = location.entry.end - location.entry.begin;
    if (begin + size > file->bytes().size())
        throw Error{ErrorKind::BadFile,
                    location.file.string() + " changed while it was read.",
                    "Try again.",
                    {{"file", location.file.string()}}};
    const auto bytes = file->bytes().subspan(begin, size);
    return isReadQuantizedType(location.entry.dtype) ? expanded(location, bytes) : plain(location, bytes, file);
}

} // namespace

TensorSource TensorSource::open(TensorTable table) {
    TensorSource source;
    source.m_table = std::move(table);
    for (const auto& [name, location] : source.m_table)
        if (!source.m_files.contains(location.file)) source.m_files[location.file] = MappedFile::open(location.file);
    return source;
}

TensorSource TensorSource::openFolder(const std::filesystem::path& folder) {
    return open(readTensorTable(folder));
}

TensorSource TensorSource::openFile(const std::filesystem::path& file) {
    return open(readTensorTableOfFile(file));
}

std::vector<std::string> TensorSource::names() const {
    std::vector<std::string> all;
    for (const auto& [name, location] : m_table)
        all.push_back(name);
    return all;
}

at::Tensor TensorSource::tensor(const std::string& name) const {
    const auto found = m_table.find(name);
    if (found == m_table.end())
        throw Error{ErrorKind::BadModel,
                    "The weights lack \"" + name + "\".",
                    "The files do not belong together; download or export them again.",
                    {{"tensor", name}}};
    const TensorLocation& location = found->second;
    return asInModel(stored(location, m_files.at(location.file)), location.change);
}

void TensorSource::release(const std::string& name) const {
    const TensorLocation& location = m_table.at(name);
    const auto bytes = m_files.at(location.file)->bytes();
    // Only pages that hold nothing else.
    const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    const std::uint64_t begin = (location.dataStart + location.entry.begin + page - 1) / page * page;
    const std::uint64_t end = (location.dataStart + location.entry.end) / page * page;
    if (begin >= end || end > bytes.size()) return;
    const auto* first = bytes.data() + begin;
    ::madvise(const_cast<void*>(static_cast<const void*>(first)), end - begin, MADV_DONTNEED); // the file keeps them
}

at::ScalarType scalarType(const std::string& name) {
    if (name == "float32") return at::kFloat;
    if (name == "bfloat16") return at::kBFloat16;
    if (name == "float16") return at::kHalf;
    throw Error{ErrorKind::BadConfig, "\"" + name + "\" is no number format.", "Choose float32, bfloat16 or float16."};
}

std::string dtypeName(at::ScalarType type) {
    return type == at::kBFloat16 ? "bfloat16" : type == at::kHalf ? "float16" : "float32";
}

std::int64_t parseSize(const std::string& text) {
    double value = 0;
    const auto [rest, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    std::string unit(rest, text.data() + text.size());
    for (char& c : unit)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    static const std::map<std::string, double> units = {{"", 1},         {"B", 1},        {"KB", 1e3},
                                                        {"MB", 1e6},     {"GB", 1e9},     {"TB", 1e12},
                                                        {"KIB", 0x1p10}, {"MIB", 0x1p20}, {"GIB", 0x1p30}};
    const auto factor = units.find(unit);
    if (code != std::errc{} || factor == units.end() || value <= 0)
        throw Error{ErrorKind::BadUsage, "\"" + text + "\" is no size.", "Write 5GB, 700MB or 2GiB."};
    return static_cast<std::int64_t>(value * factor->second);
}

} // namespace fettle
