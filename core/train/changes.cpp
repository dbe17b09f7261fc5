#include "core/train/changes.h"

#include "core/base/content_hash.h"
#include "core/library/weights_hash.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace fettle {

namespace {

// Keys and sections whose change leaves the numbers of each step alone. Data files count by what is in them.
constexpr std::array<std::string_view, 7> kFree = {"version",    "name",       "duration",       "checkpoint",
                                                   "evaluation", "data.train", "data.validation"};
// Resolved once, at a run's start.
constexpr std::array<std::string_view, 5> kKept = {"device", "threads", "precision.compute", "model.dtype",
                                                   "gradient_checkpointing"};
// What the shapes in a checkpoint depend on.
constexpr std::array<std::string_view, 18> kFixed = {"adapter.kind",
                                                     "adapter.r",
                                                     "adapter.target_modules",
                                                     "adapter.exclude_modules",
                                                     "adapter.layers_to_transform",
                                                     "adapter.init_lora_weights",
                                                     "adapter.modules_to_save",
                                                     "adapter.num_virtual_tokens",
                                                     "adapter.prefix_projection",
                                                     "adapter.encoder_hidden_size",
                                                     "adapter.encoder_num_layers",
                                                     "adapter.trainable",
                                                     "adapter.last_layers",
                                                     "adapter.rank_pattern",
                                                     "optimizer.kind",
                                                     "adapter.trainable_token_indices",
                                                     "model.add_special_tokens",
                                                     "model.init"};

template <std::size_t N>
bool isAmong(const std::string& key, const std::array<std::string_view, N>& keys) {
    return std::any_of(keys.begin(), keys.end(), [&key](std::string_view known) {
        return key == known || key.starts_with(std::string(known) + ".");
    });
}

template <class T>
void add(ContentHash& hash, const std::vector<T>& values) {
    const std::uint64_t count = values.size();
    hash.add(std::as_bytes(std::span(&count, 1)));
    hash.add(std::as_bytes(std::span(values)));
}

Json fingerprint(const TokenizedSet& set) {
    ContentHash hash;
    for (const TokenizedExample& row : set.rows) {
        add(hash, row.prompt);
        for (const Answer& answer : row.answers) {
            add(hash, answer.ids);
            add(hash, answer.trained);
        }
        if (row.margin != 0) hash.add(std::as_bytes(std::span(&row.margin, 1)));
        if (row.isDesirable) hash.add(*row.isDesirable ? "desirable" : "undesirable");
    }
    return {{"rows", set.rows.size()}, {"tokens", set.counts.tokens}, {"hash", hash.text()}};
}

std::string step(const RunState& saved) {
    return "the checkpoint of step " + std::to_string(saved.step);
}

Json warning(const char* kind, const std::string& key, const std::string& message, const std::string& hint) {
    return {{"type", "warning"}, {"kind", kind}, {"facts", {{"key", key}}}, {"message", message}, {"hint", hint}};
}

Json configWarning(const ConfigDifference& change, const RunState& saved) {
    const std::string what = change.key + " was changed from " + toLine(change.left) + " to " + toLine(change.right) +
                             " since " + step(saved);
    if (isAmong(change.key, kKept))
        return warning("bad_config", change.key, what + "; the run goes on as it began.",
                       "Start a new run to use the new value.");
    return warning("bad_config", change.key, what + "; the run goes on with the new value.",
                   "Put it back for the numbers of a run that was never stopped.");
}

std::string countOf(const Json& set) {
    return toLine(set.at("rows")) + " rows with " + toLine(set.at("tokens")) + " tokens";
}

void compareData(const char* side, const char* consequence, const RunState& saved, const Json& data,
                 std::vector<Json>& warnings) {
    const Json &before = saved.data.at(side), &now = data.at(side);
    if (before == now) return;
    warnings.push_back(warning("bad_dataset", std::string("data.") + side,
                               std::string("The ") + side + " rows are not those of " + step(saved) + " (" +
                                   countOf(before) + " then, " + countOf(now) + " now). " + consequence,
                               "Put the files back as they were, or train on the new rows in a new run."));
}

std::vector<ConfigDifference> differences(const RunState& saved, const RunConfig& config) {
    if (!saved.config.is_object()) return {};
    return difference(parseRunConfig(saved.config), config);
}

} // namespace

Json fingerprintOf(const RunConfig& config, const RunInputs& inputs) {
    return {{"train", fingerprint(inputs.data.train)},
            {"validation", fingerprint(inputs.data.validation)},
            {"base", config.model.init ? Json() : Json(weightsHash(inputs.base->tensors()))}};
}

void refuseOtherRun(const RunState& saved, const RunConfig& config) {
    for (const ConfigDifference& change : differences(saved, config))
        if (isAmong(change.key, kFixed))
            throw Error{ErrorKind::BadConfig,
                        change.key + " was changed from " + toLine(change.left) + " to " + toLine(change.right) +
                            ", which " + step(saved) + " does not fit.",
                        "Put it back, or start a new run in a folder of its own.",
                        {{"key", change.key}}};
}

bool hasOtherConfig(const RunState& saved, const RunConfig& config) {
    return !differences(saved, config).empty();
}

std::vector<Json> findChanges(const RunState& saved, const RunConfig& config, const Json& fingerprint) {
    std::vector<Json> warnings;
    for (const ConfigDifference& change : differences(saved, config))
        if (!isAmong(change.key, kFree)) warnings.push_back(configWarning(change, saved));
    if (!saved.data.is_object()) return warnings;
    compareData("train", "Their order is another one from here on: some are seen twice, others not at all.", saved,
                fingerprint, warnings);
    compareData("validation", "Evaluations from here on do not compare with those before.", saved, fingerprint,
                warnings);
    if (const auto base = saved.data.find("base"); base != saved.data.end() && *base != fingerprint.at("base"))
        warnings.push_back(warning("bad_model", "model.path",
                                   "The weights of " + config.model.path + " are not those of " + step(saved) +
                                       ". What was learned until then was learned on top of others.",
                                   "Put the model back as it was, or start a new run on this one."));
    return warnings;
}

} // namespace fettle
