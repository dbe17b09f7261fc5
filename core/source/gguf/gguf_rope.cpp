#include "core/source/gguf/gguf_rope.h"

#include "core/source/families/family.h"
#include "core/source/gguf/gguf_architecture.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace fettle {

namespace {

constexpr const char* kDivisors = "rope_freqs.weight";
constexpr const char* kShortDivisors = "rope_factors_short.weight";
constexpr const char* kLongDivisors = "rope_factors_long.weight";

std::int64_t originalContextOf(const Rope& rope) {
    return rope.scaling.originalMaxPositions > 0 ? rope.scaling.originalMaxPositions : rope.maxPositions;
}

// Of each pair's frequency: 1 for the fast ones, the factor for the slow ones, mixed between (Llama 3.1,
// arXiv:2407.21783; llama.cpp conversion/llama.py, generate_extra_tensors).
std::vector<float> llama3Divisors(const Rope& rope) {
    const RopeScaling& s = rope.scaling;
    std::vector<float> divisors;
    for (std::int64_t pair = 0; pair < rope.dims / 2; ++pair) {
        const double turnsPerPosition =
            std::pow(rope.theta, -2.0 * static_cast<double>(pair) / static_cast<double>(rope.dims)) /
            (2 * std::numbers::pi);
        const double turns = static_cast<double>(originalContextOf(rope)) * turnsPerPosition;
        const double smooth = (turns - s.lowFreqFactor) / (s.highFreqFactor - s.lowFreqFactor);
        const double mixed = 1 / ((1 - smooth) / s.factor + smooth);
        divisors.push_back(static_cast<float>(turns < s.lowFreqFactor    ? s.factor
                                              : turns > s.highFreqFactor ? 1
                                                                         : mixed));
    }
    return divisors;
}

// On cosines and sines, as llama.cpp's conversion/phi.py derives it from the two contexts.
double longropeFactor(const Rope& rope) {
    if (rope.scaling.attentionFactor) return *rope.scaling.attentionFactor;
    const auto original = static_cast<double>(originalContextOf(rope));
    const double stretch = static_cast<double>(rope.maxPositions) / original;
    return stretch > 1 ? std::sqrt(1 + std::log(stretch) / std::log(original)) : 1;
}

void addYarn(const Rope& rope, const std::string& prefix, GgufFields& fields) {
    const RopeScaling& s = rope.scaling;
    if (s.attentionFactor || s.mscale || s.mscaleAllDim || !s.truncate)
        refuseForGguf("it extends its context by YaRN in a way of its own");
    fields.emplace_back(prefix + "factor", static_cast<float>(s.factor));
    fields.emplace_back(prefix + "original_context_length", static_cast<std::uint32_t>(originalContextOf(rope)));
    fields.emplace_back(prefix + "yarn_beta_fast", static_cast<float>(s.betaFast));
    fields.emplace_back(prefix + "yarn_beta_slow", static_cast<float>(s.betaSlow));
}

std::vector<float> vectorIn(const GgufHeader& header, const char* name) {
    for (const GgufTensor& tensor : header.tensors) {
        if (tensor.name != name) continue;
        if (header.file == nullptr || std::string("F32") != tensor.type->name) break;
        std::vector<float> values(tensor.bytes / sizeof(float));
        std::memcpy(values.data(), header.file->bytes().data() + header.dataStart + tensor.begin, tensor.bytes);
        return values;
    }
    return {};
}

// The published Llama 3 models differ in the factor alone.
Json llama3Scaling(const GgufHeader& header, const Architecture& dimensions) {
    const std::vector<float> divisors = vectorIn(header, kDivisors);
    constexpr std::int64_t kOriginal = 8192;
    Rope rope{.theta = dimensions.ropes.front().theta, .dims = 2 * std::ssize(divisors)};
    rope.scaling.factor = divisors.empty() ? 1 : static_cast<double>(*std::ranges::max_element(divisors));
    rope.scaling.originalMaxPositions = kOriginal;
    if (std::ranges::all_of(divisors, [](float divisor) { return divisor == 1; })) return Json();
    const std::vector<float> expected = llama3Divisors(rope);
    for (std::size_t i = 0; i < divisors.size(); ++i)
        if (!(std::abs(divisors[i] - expected[i]) <= 1e-3F * expected[i]))
            throw Error{ErrorKind::BadModel,
                        header.metadata.what() + ": its context is extended in a way that is not known (rope_freqs).",
                        "Choose the original model of the same name.",
                        {{"file", header.metadata.what()}, {"tensor", kDivisors}}};
    return {{"rope_type", "llama3"},
            {"factor", rope.scaling.factor},
            {"low_freq_factor", rope.scaling.lowFreqFactor},
            {"high_freq_factor", rope.scaling.highFreqFactor},
            {"original_max_position_embeddings", kOriginal}};
}

Json longropeScaling(const GgufHeader& header) {
    Json scaling = {{"rope_type", "longrope"},
                    {"short_factor", vectorIn(header, kShortDivisors)},
                    {"long_factor", vectorIn(header, kLongDivisors)}};
    if (const auto factor = header.metadata.number(archKey(header, "rope.scaling.attn_factor")))
        scaling["attention_factor"] = *factor;
    return scaling;
}

} // namespace

void addRopeFields(const Rope& rope, const std::string& arch, GgufFields& fields) {
    const std::string prefix = arch + ".rope.", scaling = prefix + "scaling.", kind = rope.scaling.kind;
    fields.emplace_back(prefix + "freq_base", static_cast<float>(rope.theta));
    fields.emplace_back(prefix + "dimension_count", static_cast<std::uint32_t>(rope.dims));
    if (kind == "default" || kind == "llama3") return; // the second is a vector of divisors
    if (kind == "dynamic") refuseForGguf("it extends its context by dynamic NTK scaling");
    fields.emplace_back(scaling + "type", kind);
    if (kind == "linear") fields.emplace_back(scaling + "factor", static_cast<float>(rope.scaling.factor));
    if (kind == "yarn") addYarn(rope, scaling, fields);
    if (kind == "longrope") fields.emplace_back(scaling + "attn_factor", static_cast<float>(longropeFactor(rope)));
}

std::vector<GgufVector> ropeVectors(const Architecture& a) {
    if (a.ropes.empty()) return {};
    const Rope& rope = a.ropes.front();
    const auto floats = [](const std::vector<double>& values) {
        return std::vector<float>(values.begin(), values.end());
    };
    if (rope.scaling.kind == "llama3") return {{kDivisors, llama3Divisors(rope)}};
    if (rope.scaling.kind == "longrope")
        return {{kLongDivisors, floats(rope.scaling.longFactors)}, {kShortDivisors, floats(rope.scaling.shortFactors)}};
    return {};
}

Json ropeScalingOf(const GgufHeader& header, const Architecture& dimensions) {
    if (hasTensor(header, kDivisors)) return llama3Scaling(header, dimensions);
    if (hasTensor(header, kLongDivisors)) {
        Json scaling = longropeScaling(header);
        if (const auto original = header.metadata.whole(archKey(header, "rope.scaling.original_context_length")))
            scaling["original_max_position_embeddings"] = *original;
        return scaling;
    }
    const std::string kind = header.metadata.text(archKey(header, "rope.scaling.type")).value_or("none");
    if (kind == "none") return Json();
    Json scaling = {{"rope_type", kind}};
    for (const auto& [theirs, ours] : {std::pair{"factor", "factor"},
                                       {"original_context_length", "original_max_position_embeddings"},
                                       {"yarn_beta_fast", "beta_fast"},
                                       {"yarn_beta_slow", "beta_slow"}}) {
        const std::string key = archKey(header, std::string("rope.scaling.") + theirs);
        if (!header.metadata.has(key)) continue;
        const double value = *header.metadata.number(key);
        scaling[ours] = value == std::floor(value) ? Json(static_cast<std::int64_t>(value)) : Json(value);
    }
    return scaling;
}

} // namespace fettle
