#pragma once

#include "core/adapter/adapter.h"
#include "core/base/resources.h"
#include "core/ops/weight_generation.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/score_head.h"
#include "tests/support/formula_tensors.h"

namespace fettle::test {

// The bundled model, as tests/golden has it: a trained Llama of 6 layers, 192 wide, with 2048 tokens.
inline std::unique_ptr<CausalLM> loadPocket() {
    const std::filesystem::path folder = resourceFolder() / "pocket";
    return loadModel(readArchitecture(folder), TensorSource::openFolder(folder), {.dtype = at::kFloat});
}

// The same as a reward model, its score as tests/golden/reward.py has it.
inline std::unique_ptr<CausalLM> loadPocketScorer() {
    const std::filesystem::path folder = resourceFolder() / "pocket";
    const Architecture decoder = readArchitecture(folder);
    auto model = loadModel(withScoreHead(decoder, decoder.eosTokenIds.front()), TensorSource::openFolder(folder),
                           {.dtype = at::kFloat, .freshScore = 0});
    for (const auto& [name, tensor] : model->parameters())
        if (name == "score.weight") ops::writeWeight(tensor, formulaTensor(kScoreTensor, tensor.sizes()));
    return model;
}

} // namespace fettle::test
