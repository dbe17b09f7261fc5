#pragma once

#include "core/base/json.h"
#include "core/config/adapter_config.h"
#include "core/source/modules.h"
#include "core/source/target_modules.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace fettle {

// What the files of all kinds share: the reading of keys, targets and the common part of PEFT's configuration
// (peft/config.py of PEFT 0.21.2).

// The one tensor of PEFT's kinds that learn positions in front of the text.
inline constexpr const char* kPromptEmbeddings = "prompt_embeddings";
inline constexpr std::int64_t kMostVirtualTokens = 65536;

// Error{BadAdapter} with the fact "file".
[[noreturn]] void refuseAdapter(const std::string& what, const std::string& reason, const std::string& hint);

// Error{BadAdapter} naming the key where the value is no whole number that fits: nlohmann would cut off 8.5.
[[nodiscard]] std::int64_t wholeValue(const Json& value, const std::string& key);

template <class T>
[[nodiscard]] T typedValue(const Json& value, const std::string& key) {
    if constexpr (std::is_same_v<T, std::int64_t>)
        return wholeValue(value, key);
    else
        return value.get<T>();
}

// A value that PEFT writes as null where it is not set.
template <class T>
[[nodiscard]] T valueOr(const Json& config, const char* key, T fallback) {
    const auto found = config.find(key);
    return found == config.end() || found->is_null() ? fallback : typedValue<T>(*found, key);
}

[[nodiscard]] bool hasPeftType(const Json& config, std::string_view type);
[[nodiscard]] std::string baseModelIn(const Json& config); // PEFT's key, or AdapterHub's
// num_virtual_tokens of an adapter of a decoder. Error{BadAdapter}.
[[nodiscard]] std::int64_t virtualTokensIn(const Json& config, const std::string& what);
// A list of names, or a text; `fallback` where the key is absent or null.
[[nodiscard]] TargetModules targetsIn(const Json& config, const char* key, TargetModules fallback);
// modules_to_save: empty where the key is absent or null. Error{BadAdapter} where the saved embedding shall be the head
// as well (ensure_weight_tying), which is not supported.
[[nodiscard]] std::vector<std::string> savedIn(const Json& config, const std::string& what);
[[nodiscard]] nlohmann::json writtenSaved(const std::vector<std::string>& names); // null where there is none
// An active value: not null, false, 0 or empty.
[[nodiscard]] bool isActive(const Json& value);
// Names the first of `keys` that is active. Error{BadAdapter}.
void refuseActive(const Json& config, const std::vector<std::string_view>& keys, const std::string& what);

// The Linear modules that are meant, in the order of the base. Error{BadConfig} where nothing matches,
// Error{BadAdapter} for the output head.
[[nodiscard]] std::vector<ModuleSpec> targetsOf(const ModuleSelection& selection, const Architecture& base);
// The whole names of the modules whose tensors (all of them named by `named`) are in `stored`; nullopt where these are
// the targets themselves, or there is none.
[[nodiscard]] std::optional<TargetModules> otherTargets(const ModuleSelection& selection, const Architecture& base,
                                                        const std::set<std::string>& stored,
                                                        std::vector<std::string> (*named)(const std::string& module));
// As PEFT resolves and writes them: "all-linear" becomes the last parts of the modules' names.
[[nodiscard]] nlohmann::json writtenTargets(const TargetModules& targets, const std::vector<ModuleSpec>& modules);

// PEFT's fan_in_fan_out: the modules keep their matrices [in, out] (GPT-2's Conv1D). The adapter's own are not turned.
[[nodiscard]] bool areTransposed(const std::vector<ModuleSpec>& modules);

// The keys that every PEFT configuration holds.
[[nodiscard]] nlohmann::json commonPeftKeys(const char* type, const std::string& baseModel);

// Whole numbers without a point: older readers type some of them as integers.
[[nodiscard]] nlohmann::json plainNumber(double value);

} // namespace fettle
