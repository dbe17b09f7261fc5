#pragma once

#include "core/config/run_config.h"
#include "core/data/example.h"
#include "core/text/chat_template.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// A row that cannot be used, or only in part.
struct RowProblem {
    RowOrigin origin;
    std::string reason; // "no \"messages\" list", "no trained token is left within max_length"
    std::string hint;
};

struct DatasetFile {
    std::string format; // as found or as told
    std::vector<Example> examples;
    std::vector<RowProblem> problems; // rows left out
};
// JSONL or JSON (a list, or an object whose one list value is the rows). Error{BadDataset} if no row can be used or the
// format cannot be found; a single bad row is a problem, not an error.
[[nodiscard]] DatasetFile readDataset(const DataFileConfig& file);

// How rows become ids and labels: everything that is fixed for one run.
struct TokenizeRules {
    std::shared_ptr<const Tokenizer> tokenizer;
    std::optional<ChatTemplate> chatTemplate;
    std::int64_t maxLength = 1024;
    bool trainOnEverything = false;
    std::optional<std::string> systemPrompt;
    std::optional<std::string> separator;
    bool keepOverflow = false; // bfd_split, wrapped: rows are not cut here
};
// Labels as TRL's SFT makes them (algorithms.md 1.2, 1.3). Not yet cut to maxLength.
[[nodiscard]] TokenizedExample tokenizeExample(const Example& example, const TokenizeRules& rules);

struct RowCounts {
    std::int64_t read = 0, used = 0, dropped = 0, cut = 0;
    std::int64_t tokens = 0;        // of the used rows
    std::int64_t trainedTokens = 0; // of the used rows
};
struct TokenizedSet {
    std::vector<TokenizedExample> rows;
    RowCounts counts;
    std::vector<RowProblem> problems; // dropped and cut rows with the reason
};
using ProgressCallback = std::function<void(std::int64_t done, std::int64_t total)>;
[[nodiscard]] TokenizedSet tokenizeSet(const std::vector<Example>& examples, const TokenizeRules& rules,
                                       const ProgressCallback& progress = {});

struct PreparedData {
    TokenizedSet train, validation;
    std::map<std::string, std::string> formats; // file -> format
};
// Reads, splits (validation_split by seed: a row's side does not depend on the other rows' lengths), tokenises.
[[nodiscard]] PreparedData prepareData(const RunConfig& config, std::shared_ptr<const Tokenizer> tokenizer,
                                       const std::optional<ChatTemplate>& chatTemplate,
                                       const ProgressCallback& progress = {});

} // namespace fettle
