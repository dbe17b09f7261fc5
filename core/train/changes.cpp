#include "core/train/changes.h"

#include <algorithm>
#include <array>
#include <cstdio>
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
constexpr std::array<std::string_view, 6> kFixed = {"adapter.kind",         "adapter.r",      "adapter.target_modules",
                                                    "adapter.rank_pattern", "optimizer.kind", "model.init"};

template <std::size_t N>
bool isAmong(const std::string& key, const std::array<std::string_view, N>& keys) {
    return std::any_of(keys.begin(), keys.end(), [&key](std::string_view known) {
        return key == known || key.starts_with(std::string(known) + ".");
    });
}

void mix(std::uint64_t& hash, std::uint64_t value) { // FNV-1a over whole words
    hash = (hash ^ value) * 0x100000001B3ull;
}

Json fingerprint(const TokenizedSet& set) {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const TokenizedExample& row : set.rows) {
        mix(hash, row.prompt.size());
        for (const TokenId id : row.prompt)
            mix(hash, static_cast<std::uint64_t>(id));
        for (const Answer& answer : row.answers) {
            mix(hash, answer.ids.size());
            for (std::size_t i = 0; i < answer.ids.size(); ++i)
                mix(hash, 2 * static_cast<std::uint64_t>(answer.ids[i]) + answer.trained[i]);
        }
    }
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return {{"rows", set.rows.size()}, {"tokens", set.counts.tokens}, {"hash", std::string(digits)}};
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

Json fingerprintOf(const PreparedData& data) {
    return {{"train", fingerprint(data.train)}, {"validation", fingerprint(data.validation)}};
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

std::vector<Json> findChanges(const RunState& saved, const RunConfig& config, const Json& data) {
    std::vector<Json> warnings;
    for (const ConfigDifference& change : differences(saved, config))
        if (!isAmong(change.key, kFree)) warnings.push_back(configWarning(change, saved));
    if (!saved.data.is_object()) return warnings;
    compareData("train", "Their order is another one from here on: some are seen twice, others not at all.", saved,
                data, warnings);
    compareData("validation", "Evaluations from here on do not compare with those before.", saved, data, warnings);
    return warnings;
}

} // namespace fettle
