#pragma once

#include "core/base/parallel.h"
#include "core/config/run_config.h"
#include "core/data/example.h"
#include "core/data/finding_kind.h"
#include "core/text/chat_template.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// A row that cannot be used, or only in part.
struct RowProblem {
    RowOrigin origin;
    std::string reason; // one sentence: "Line 312 of chat.jsonl has no \"messages\" list."
    std::string hint;
    FindingKind kind = FindingKind::Unreadable;
    std::string detail; // what the kind says that it names
    bool operator==(const RowProblem&) const = default;
};
// A broken file of a million rows must not become a list of a million sentences; counts go on beyond.
inline constexpr std::int64_t kProblemsKept = 1000;

struct DatasetFile {
    std::string format; // as found or as told
    std::vector<Example> examples;
    std::vector<RowProblem> problems; // of rows left out, the first kProblemsKept of each kind
    std::map<FindingKind, std::int64_t> badRows;
    std::int64_t rows = 0; // of the file, the bad ones included; one may hold several examples
};
[[nodiscard]] std::int64_t badRowCount(const DatasetFile& file);
// The file's rows in one of formatNames(); "auto" takes the first one
// that a row near the file's start fits. Error{BadDataset} if no row can be used or no format fits; a single bad row is
// a problem, not an error. Error{FileNotFound | FileAccess | BadFile} of the file itself. Cancelled between two rows,
// and while a file that is one JSON value is parsed.
[[nodiscard]] DatasetFile readDataset(const DataFileConfig& file, const CancelFlag* stop = nullptr);

// How rows become ids and labels: everything that is fixed for one run.
struct TokenizeRules {
    std::shared_ptr<const Tokenizer> tokenizer;
    std::optional<ChatTemplate> chatTemplate;
    std::int64_t maxLength = 1024;
    bool trainOnEverything = false;
    std::optional<std::string> systemPrompt;
    std::optional<std::string> separator;
    bool keepOverflow = false;    // bfd_split, wrapped: rows are not cut here
    std::int64_t answers = 1;     // of a row: 2 for objectives that compare, 0 for any number; other rows are dropped
    bool labels = false;          // rows that do not say whether their answer is a good one are dropped
    std::int64_t klGroup = 0;     // > 0: as many rows in turn lend each other their answers (addKlAnswers)
    std::int64_t drawnTokens = 0; // > 0: answers of so many tokens at most are drawn from the model; a row's own is
                                  // what they are compared with
    bool comparesDrawn = false;   // rows without an own answer are dropped then
    bool scores = false; // of a pair only where each answer's score is read is a target; longer pairs are dropped
    std::optional<TokenId> padding; // behind which no score is read
    std::int64_t vocabSize = 0;     // rows with an id from here on are dropped; 0: the model is not known
};
// Those of `data`, for one model and an objective that learns from single answers.
[[nodiscard]] TokenizeRules tokenizeRules(const DataConfig& data, std::shared_ptr<const Tokenizer> tokenizer,
                                          const std::optional<ChatTemplate>& chatTemplate);
// Labels as TRL makes them (trl/trainer/sft_trainer.py, dpo_trainer.py). Not yet cut to maxLength.
//   text                 ids with the tokenizer's special tokens, EOS appended unless it is there; all trained
//   prompt + completion  the same for prompt, separator and completion in one; the completion starts after the common
//                        prefix with the ids of the prompt and separator alone
//   conversations        the template's text without further special tokens; trained are the assistant's spans, or what
//                        follows the common prefix with the prompt turns and the generation prompt (completionFrom)
//   Alpaca               a conversation where there is a template, else prompt + completion
//   pairs                the same for the prompt and each answer; both answers start where the first of them parts from
//                        the ids of the prompt alone, and all of them is trained
//   judged rows          as their answer, of which all is trained
//   pairs of transcripts a pair of conversations where there is a template, else of texts
// Where answers are drawn, prompts are what the model is asked (trl/trainer/grpo_trainer.py, _tokenize_prompts): all
// turns before a last one of the assistant, with the generation prompt, or the prompt and separator. The own answer is
// the text after it, without special tokens, or empty; all of a text row.
// Error{BadTemplate} for a conversation without a template, or one that the template refuses.
[[nodiscard]] TokenizedExample tokenizeExample(const Example& example, const TokenizeRules& rules);

struct RowCounts {
    std::int64_t read = 0, used = 0, dropped = 0, cut = 0;
    std::int64_t tokens = 0;        // of the used rows
    std::int64_t trainedTokens = 0; // of the used rows, each a document of its own
    std::int64_t misfits = 0;       // of the dropped: with other answers than the objective learns from
    std::int64_t desirable = 0;     // of the used: judged to be good
    bool operator==(const RowCounts&) const = default;
};
struct TokenizedSet {
    std::vector<TokenizedExample> rows;
    RowCounts counts;
    std::vector<RowProblem> problems; // dropped and cut rows with the reason, the first kProblemsKept
    bool operator==(const TokenizedSet&) const = default;
};
// Cut to maxLength from the end; rows without a target are dropped, and those that the template refuses.
// In the order of the examples, whatever the number of threads. Error{BadTemplate} for conversations without a
// template.
[[nodiscard]] TokenizedSet tokenizeSet(const std::vector<Example>& examples, const TokenizeRules& rules,
                                       const Work& work = {});

struct PreparedData {
    TokenizedSet train, validation;
    std::map<std::string, std::string> formats; // file -> format
    bool operator==(const PreparedData&) const = default;
};
// Where tokens are kept for the next start.
struct TokenCache {
    std::filesystem::path folder; // empty: nowhere
    std::uint64_t mostBytes = std::uint64_t{2} << 30;
};
// Reads, splits (validation_split by seed: a row's side does not depend on the other rows' lengths), tokenises; or
// finds what an earlier call made of equal files, tokenizer, template and rules, without progress. A cache that cannot
// be written is a line of the log, no error. `chatTemplate` is the run's: that of data.chat_template, else the model's
// own. `vocabSize` as in TokenizeRules.
[[nodiscard]] PreparedData prepareData(const RunConfig& config, std::shared_ptr<const Tokenizer> tokenizer,
                                       const std::optional<ChatTemplate>& chatTemplate, std::int64_t vocabSize = 0,
                                       const Work& work = {}, const TokenCache& cache = {});

} // namespace fettle
