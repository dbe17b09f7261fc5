#pragma once

#include "core/data/dataset.h"

#include <ctime>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// Of training, then of validation: kept tokens name a file by its place in this list.
[[nodiscard]] std::vector<DataFileConfig> filesOf(const DataConfig& data);

// All that the tokens of a run depend on, as one line of JSON: equal keys are equal tokens. Files count by name and
// content, wherever they lie. `now`: a template may write today's date.
// nullopt where equal keys would not say so (the template asks for the time of day, nobody knows what the tokenizer was
// loaded from), and where files would be read for a few rows. Errors of MappedFile::open; cancelled while files are
// read.
[[nodiscard]] std::optional<std::string> tokenKey(const RunConfig& config, const TokenizeRules& rules, std::time_t now,
                                                  const Work& work = {});

} // namespace fettle
