#pragma once

#include "core/source/gguf/gguf_change.h"
#include "core/source/modules.h"

#include <string>
#include <vector>

namespace fettle {

struct GgufModule {
    ModuleSpec module;
    std::string name; // "blk.0.attn_q": of its tensors, without ".weight" and ".bias"
    GgufChange change;
};

// The modules that a file holds, in their order. A tied head is among them where llama.cpp needs it.
// Error{BadModel} where llama.cpp has no such family, or would compute it in another way.
[[nodiscard]] std::vector<GgufModule> ggufModules(const Architecture& architecture);

// The same without a look at what llama.cpp computes: names for a file that is there.
[[nodiscard]] std::vector<GgufModule> namedGgufModules(const Architecture& architecture);

} // namespace fettle
