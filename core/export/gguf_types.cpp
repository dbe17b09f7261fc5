#include "core/export/gguf_types.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace fettle {

namespace {

struct FileKind {
    const char* name;
    const char* type; // of a matrix
    std::uint32_t number;
};
constexpr std::array kKinds = {FileKind{"f32", "F32", 0}, FileKind{"f16", "F16", 1}, FileKind{"bf16", "BF16", 32},
                               FileKind{"q8_0", "Q8_0", 7}, FileKind{"q4_k_m", "Q4_K", 15}};

const FileKind& kindNamed(const std::string& name) {
    for (const FileKind& kind : kKinds)
        if (name == kind.name) return kind;
    throw Error{ErrorKind::BadUsage, "\"" + name + "\" is no kind of GGUF file.",
                "Choose f32, f16, bf16, q8_0 or q4_k_m."};
}

std::int64_t layerIn(const std::string& tensor) {
    constexpr std::string_view kBlock = "blk.";
    std::int64_t layer = 0;
    if (tensor.starts_with(kBlock))
        std::from_chars(tensor.data() + kBlock.size(), tensor.data() + tensor.size(), layer);
    return layer;
}

// The first and last eighth of the layers, and every third of the others.
bool getsMoreBits(std::int64_t layer, std::int64_t layers) {
    return layer < layers / 8 || layer >= 7 * layers / 8 || (layer - layers / 8) % 3 == 2;
}

std::string mixedType(const std::string& tensor, const Architecture& a) {
    const auto is = [&](std::string_view part) { return tensor.ends_with("." + std::string(part) + ".weight"); };
    if (tensor == "output.weight" || (tensor == "token_embd.weight" && a.tieWordEmbeddings)) return "Q6_K";
    if (is("attn_qkv")) return "Q6_K"; // its values are in it
    const bool isSensitive = is("attn_v") || is("ffn_down");
    return isSensitive && getsMoreBits(layerIn(tensor), std::ssize(a.layers)) ? "Q6_K" : "Q4_K";
}

std::string fittingType(const std::string& type, std::int64_t columns) {
    const auto fits = [&](const std::string& name) { return columns % ggmlTypeNamed(name).blockValues == 0; };
    if (fits(type)) return type;
    const std::string second = type == "Q4_K" ? "Q5_0" : "Q8_0";
    return fits(second) ? second : "F16";
}

} // namespace

const GgmlType& ggufTypeOf(const std::string& tensor, const std::vector<std::int64_t>& shape, const std::string& kind,
                           const Architecture& architecture) {
    if (shape.size() < 2 || tensor == "position_embd.weight") return ggmlTypeNamed("F32");
    const std::string type = kind == "q4_k_m" ? mixedType(tensor, architecture) : kindNamed(kind).type;
    return ggmlTypeNamed(fittingType(type, shape.back()));
}

std::uint32_t ggufFileType(const std::string& kind) {
    return kindNamed(kind).number;
}

} // namespace fettle
