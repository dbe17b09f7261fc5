#include "core/model/families.h"

#include "core/base/error.h"

#include <map>

namespace fettle {

namespace {

using Maker = std::unique_ptr<CausalLM> (*)(const Architecture&, WeightStore&, const at::Device&);

// A further family is one file and one line here.
const std::map<std::string, Maker> kMakers = {{"llama", makeLlama}, {"mistral", makeLlama}};

} // namespace

std::unique_ptr<CausalLM> makeModel(const Architecture& architecture, WeightStore& weights, const at::Device& device) {
    const auto maker = kMakers.find(architecture.family);
    if (maker == kMakers.end())
        throw Error{ErrorKind::BadModel,
                    "Models of the family \"" + architecture.family + "\" cannot be used.",
                    "Choose a model of the Llama or Mistral family.",
                    {{"family", architecture.family}}};
    return maker->second(architecture, weights, device);
}

} // namespace fettle
