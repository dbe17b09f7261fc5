#pragma once

#include "core/adapter/adapter.h"
#include "core/base/resources.h"

namespace fettle::test {

// The bundled model, as tests/golden has it: a trained Llama of 6 layers, 192 wide, with 2048 tokens.
inline std::unique_ptr<CausalLM> loadPocket() {
    const std::filesystem::path folder = resourceFolder() / "pocket";
    return loadModel(readArchitecture(folder), TensorSource::openFolder(folder), {.dtype = at::kFloat});
}

} // namespace fettle::test
