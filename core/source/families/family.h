#pragma once

#include "core/source/config_reader.h"
#include "core/source/families/gguf_family.h"
#include "core/source/modules.h"

#include <string>
#include <vector>

namespace fettle {

// All that the light half knows of a family of models. A key of config.json counts only in the families whose
// reference class (transformers models/F/configuration_F.py) reads it.
struct Family {
    std::string modelType;          // config.json's model_type
    std::string title;              // for people
    std::string className;          // its entry of "architectures"
    std::string sequenceClass = {}; // the same of a reward model; empty where transformers has no such class
    std::string basePrefix;         // of the names below the head, which a checkpoint of the bare decoder leaves out
    Architecture (*read)(const ConfigReader& config);
    std::vector<ModuleSpec> (*modules)(const Architecture& architecture);
    void (*write)(const Architecture& architecture, Json& config); // dimensions under the family's own keys
    GgufFamily gguf = {};
};

// Of config.json, by model_type, else by the first of "architectures". Error{BadModel} for one that is not built.
[[nodiscard]] const Family& familyOf(const ConfigReader& config);
// The family that a GGUF file names; nullptr where it is not built.
[[nodiscard]] const Family* familyOfGguf(const std::string& arch);
// Error{BadModel} for a name that is none's.
[[nodiscard]] const Family& familyNamed(const std::string& modelType);
[[nodiscard]] std::string familyNames(); // "gemma3_text, gpt2, ..."

// One function per family file.
[[nodiscard]] Family falconFamily();
[[nodiscard]] Family gemmaFamily();
[[nodiscard]] Family gemma2Family();
[[nodiscard]] Family gemma3TextFamily();
[[nodiscard]] Family gpt2Family();
[[nodiscard]] Family gptNeoxFamily();
[[nodiscard]] Family graniteFamily();
[[nodiscard]] Family llamaFamily();
[[nodiscard]] Family mistralFamily();
[[nodiscard]] Family olmo2Family();
[[nodiscard]] Family phi3Family();
[[nodiscard]] Family qwen2Family();
[[nodiscard]] Family qwen3Family();
[[nodiscard]] Family smolLm3Family();
[[nodiscard]] Family stableLmFamily();

} // namespace fettle
