#include "core/model/families.h"

#include "core/base/error.h"

#include <map>

namespace fettle {

namespace {

using Maker = std::unique_ptr<CausalLM> (*)(const Architecture&, WeightStore&, const at::Device&);

// A further family is one file and one line here.
const std::map<std::string, Maker> kMakers = {
    {"falcon", makeFalcon}, {"gemma", makeLlama},      {"gemma2", makeGemma2}, {"gemma3_text", makeGemma2},
    {"gpt2", makeGpt2},     {"gpt_neox", makeGptNeox}, {"granite", makeLlama}, {"llama", makeLlama},
    {"mistral", makeLlama}, {"olmo2", makeOlmo2},      {"phi3", makePhi3},     {"qwen2", makeLlama},
    {"qwen3", makeLlama},   {"smollm3", makeLlama},    {"stablelm", makeLlama}};

} // namespace

std::unique_ptr<CausalLM> makeModel(const Architecture& architecture, WeightStore& weights, const at::Device& device) {
    const auto maker = kMakers.find(architecture.family);
    if (maker == kMakers.end())
        throw Error{ErrorKind::Internal, "The family \"" + architecture.family + "\" has no forward pass."};
    return maker->second(architecture, weights, device);
}

} // namespace fettle
