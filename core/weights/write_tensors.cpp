#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/tensors.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace fettle {

namespace {

constexpr std::size_t kAlignment = 8;

std::string storedType(at::ScalarType type) {
    switch (type) {
    case at::kDouble:
        return "F64";
    case at::kFloat:
        return "F32";
    case at::kHalf:
        return "F16";
    case at::kBFloat16:
        return "BF16";
    case at::kLong:
        return "I64";
    case at::kInt:
        return "I32";
    case at::kByte:
        return "U8";
    case at::kBool:
        return "BOOL";
    default:
        throw Error{ErrorKind::Internal, std::string("Tensors of type ") + c10::toString(type) + " are not written.",
                    ""};
    }
}

// Wide types first keeps every tensor naturally aligned.
NamedTensors sorted(NamedTensors tensors) {
    std::sort(tensors.begin(), tensors.end(), [](const auto& a, const auto& b) {
        const auto widthA = a.second.element_size(), widthB = b.second.element_size();
        return widthA != widthB ? widthA > widthB : a.first < b.first;
    });
    return tensors;
}

std::string headerText(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata) {
    Json header = Json::object();
    header["__metadata__"] = {{"format", "pt"}};
    for (const auto& [key, value] : metadata)
        header["__metadata__"][key] = value;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors) {
        const std::uint64_t end = offset + tensor.nbytes();
        header[name] = {{"dtype", storedType(tensor.scalar_type())},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.append((kAlignment - text.size() % kAlignment) % kAlignment, ' ');
    return text;
}

std::string shardName(std::size_t index, std::size_t count) {
    char name[64];
    std::snprintf(name, sizeof name, "model-%05zu-of-%05zu.safetensors", index + 1, count);
    return name;
}

std::vector<NamedTensors> shards(const NamedTensors& tensors, std::int64_t maxBytes) {
    std::vector<NamedTensors> all(1);
    std::int64_t size = 0;
    for (const auto& item : tensors) {
        const auto bytes = static_cast<std::int64_t>(item.second.nbytes());
        if (size + bytes > maxBytes && !all.back().empty()) {
            all.emplace_back();
            size = 0;
        }
        all.back().push_back(item);
        size += bytes;
    }
    return all;
}

} // namespace

void writeSafetensors(const std::filesystem::path& file, const NamedTensors& tensors,
                      const std::map<std::string, std::string>& metadata) {
    const NamedTensors ordered = sorted(tensors);
    const std::string header = headerText(ordered, metadata);
    const auto length = static_cast<std::uint64_t>(header.size());
    AtomicFile out(file);
    out.append(&length, sizeof length);
    out.append(header.data(), header.size());
    for (const auto& [name, tensor] : ordered) {
        const at::Tensor plain = tensor.detach().to(at::kCPU).contiguous();
        out.append(plain.const_data_ptr(), plain.nbytes());
    }
    out.commit();
}

void writeModelTensors(const std::filesystem::path& folder, const NamedTensors& tensors, std::int64_t maxShardBytes) {
    const auto parts = shards(tensors, maxShardBytes);
    if (parts.size() == 1) return writeSafetensors(folder / "model.safetensors", tensors);
    std::int64_t total = 0;
    Json map = Json::object();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        writeSafetensors(folder / shardName(i, parts.size()), parts[i]);
        for (const auto& [name, tensor] : parts[i]) {
            total += static_cast<std::int64_t>(tensor.nbytes());
            map[name] = shardName(i, parts.size());
        }
    }
    writeJson(folder / "model.safetensors.index.json", {{"metadata", {{"total_size", total}}}, {"weight_map", map}});
}

} // namespace fettle
