#pragma once

#include "core/plan/plan.h"
#include "core/source/modules.h"

#include <optional>
#include <set>
#include <string>

namespace fettle {

// What the memory of a training step depends on, every `auto` resolved.
struct MemoryInputs {
    std::int64_t adapterParameters = 0;                       // 0: full fine-tuning
    std::int64_t startParameters = 0;                         // start values that are kept beside the adapter's own
    std::optional<std::set<std::string>> trainedModules = {}; // of full fine-tuning (trainedNames); nullopt: all
    std::vector<ModuleSpec> savedModules = {};                // trained whole beside the adapter, among its parameters
    std::uint64_t optimizerBytes = 0;                         // of its states (optimizerBytes)
    std::int64_t tokens = 0;                                  // of the longest micro-batch
    std::int64_t lengths = 4; // different token counts among the micro-batches; more make no difference
    std::int64_t streams = 0, streamTokens = 0; // answers drawn at once, and prompt and answer at their longest
    std::int64_t copies = 0;                    // of the frozen model, kept beside it
    bool learnsValues = false; // a second model is trained alike, with a score in place of the vocabulary's head
    std::string device = "cpu";
    std::string computeDtype = "float32"; // of products and activations
    std::string modelDtype = "float32";   // of stored frozen weights
    QuantizationConfig quantization;      // of the frozen Linear weights
    bool checkpointing = false;
    bool accumulates = false; // more than one micro-batch a step: gradients are there while activations grow
};

// The saved set is that of core/ops under core/model's Llama family.
[[nodiscard]] MemoryLedger predictMemory(const Architecture& architecture, const MemoryInputs& inputs);

} // namespace fettle
