#include "core/base/log.h"
#include "core/data/cache/kept_tokens.h"
#include "core/data/cache/token_key.h"
#include "core/data/row_problems.h"
#include "core/data/shuffle.h"
#include "core/data/unpair.h"
#include "core/text/scored_token.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

constexpr std::uint64_t kSplitStream = ~std::uint64_t{0}; // apart from the epochs, whose streams count from 0
constexpr std::uint64_t kShareStream = kSplitStream - 1;

// What the files of one side hold, one after the other.
struct FileRows {
    std::vector<Example> examples;
    std::vector<RowProblem> problems;
    std::int64_t badRows = 0;
};

FileRows readFiles(const std::vector<DataFileConfig>& files, const Work& work,
                   std::map<std::string, std::string>& formats) {
    FileRows all;
    for (const DataFileConfig& file : files) {
        DatasetFile read = readDataset(file, work.stop);
        formats[file.path] = read.format;
        all.badRows += read.rows - std::ssize(read.examples);
        std::move(read.examples.begin(), read.examples.end(), std::back_inserter(all.examples));
        for (RowProblem& problem : read.problems)
            keepProblem(all.problems, std::move(problem));
    }
    return all;
}

// Moves so many rows out, the first of a permutation; both sides keep the file's order.
std::vector<Example> takeOut(std::vector<Example>& rows, std::int64_t wanted, std::int64_t seed, std::uint64_t stream) {
    const auto order = permutation(std::ssize(rows), static_cast<std::uint64_t>(seed), stream);
    std::vector<bool> isTaken(rows.size());
    for (std::int64_t i = 0; i < wanted; ++i)
        isTaken[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = true;
    std::vector<Example> left, taken;
    for (std::size_t i = 0; i < rows.size(); ++i)
        (isTaken[i] ? taken : left).push_back(std::move(rows[i]));
    rows = std::move(left);
    return taken;
}

std::int64_t countOf(double share, std::int64_t rows) {
    return std::llround(share * static_cast<double>(rows));
}

// At least one of two.
std::vector<Example> splitOff(std::vector<Example>& rows, double share, std::int64_t seed) {
    const std::int64_t count = std::ssize(rows);
    if (share <= 0 || count < 2) return {};
    return takeOut(rows, std::clamp<std::int64_t>(countOf(share, count), 1, count - 1), seed, kSplitStream);
}

void keepShare(std::vector<Example>& rows, double share, std::int64_t seed) {
    if (share >= 1 || rows.empty()) return;
    rows = takeOut(rows, std::max<std::int64_t>(countOf(share, std::ssize(rows)), 1), seed, kShareStream);
}

// Rows that could not even be read count as read and dropped, and come first among the problems.
TokenizedSet tokenizeRows(FileRows&& rows, const TokenizeRules& rules, const Work& work) {
    TokenizedSet set = tokenizeSet(rows.examples, rules, work);
    set.counts.read += rows.badRows;
    set.counts.dropped += rows.badRows;
    for (RowProblem& problem : set.problems)
        keepProblem(rows.problems, std::move(problem));
    set.problems = std::move(rows.problems);
    return set;
}

// One of two sets that are counted together.
Work partOf(const Work& work, std::int64_t before, std::int64_t total) {
    Work part = work;
    if (work.progress)
        part.progress = [&work, before, total](std::int64_t done, std::int64_t) {
            work.progress(before + done, total);
        };
    return part;
}

TokenizeRules rulesOf(const RunConfig& config, std::shared_ptr<const Tokenizer> tokenizer,
                      const std::optional<ChatTemplate>& chatTemplate) {
    TokenizeRules rules = tokenizeRules(config.data, std::move(tokenizer), chatTemplate);
    if (std::holds_alternative<PretrainObjective>(config.objective)) rules.trainOnEverything = true;
    rules.answers = answersPerRow(config.objective);
    rules.labels = needsLabels(config.objective);
    if (rules.labels) rules.trainOnEverything = false;
    if (const RolloutConfig* rollouts = rolloutsOf(config.objective)) {
        rules.drawnTokens = rollouts->maxCompletionLength;
        rules.comparesDrawn = needsReferenceAnswer(*rollouts);
    }
    rules.scores = needsScore(config.objective);
    if (rules.scores) rules.padding = paddingIdOf(*rules.tokenizer);
    if (const auto* kto = std::get_if<KtoObjective>(&config.objective); kto != nullptr && kto->lossType == "kto")
        rules.klGroup = config.batch.perDeviceBatchSize;
    return rules;
}

// Ids of tokens in use run from 0 to this.
std::int64_t idsOf(const TokenizeRules& rules) {
    const std::int64_t own = rules.tokenizer->size();
    return rules.vocabSize > 0 ? std::min(own, rules.vocabSize) : own;
}

PreparedData prepareAnew(const RunConfig& config, const TokenizeRules& rules, const Work& work) {
    PreparedData data;
    FileRows train = readFiles(config.data.train, work, data.formats);
    FileRows validation = readFiles(config.data.validation, work, data.formats);
    if (config.data.validation.empty())
        validation.examples = splitOff(train.examples, config.data.validationSplit, config.seed);
    keepShare(train.examples, config.data.trainShare, config.seed);
    if (rules.labels) {
        train.examples = unpaired(std::move(train.examples), rules.chatTemplate.has_value());
        validation.examples = unpaired(std::move(validation.examples), rules.chatTemplate.has_value());
    }
    const std::int64_t trainRows = std::ssize(train.examples);
    const std::int64_t allRows = trainRows + std::ssize(validation.examples);
    data.train = tokenizeRows(std::move(train), rules, partOf(work, 0, allRows));
    data.validation = tokenizeRows(std::move(validation), rules, partOf(work, trainRows, allRows));
    return data;
}

// A file that cannot be read is for the reading proper to report.
std::optional<std::string> keyNow(const RunConfig& config, const TokenizeRules& rules, const Work& work) try {
    return tokenKey(config, rules, std::time(nullptr), work);
} catch (const Error&) {
    return std::nullopt;
}

void keepOrTell(const TokenCache& cache, const std::string& key, const DataConfig& data, const PreparedData& prepared,
                const Work& work) try {
    keepTokens(cache, key, data, prepared, work);
} catch (const Error& error) {
    logLine("note: the tokens are not kept for the next start. " + error.message);
}

} // namespace

TokenizeRules tokenizeRules(const DataConfig& data, std::shared_ptr<const Tokenizer> tokenizer,
                            const std::optional<ChatTemplate>& chatTemplate) {
    return {.tokenizer = std::move(tokenizer),
            .chatTemplate = chatTemplate,
            .maxLength = data.maxLength,
            .trainOnEverything = data.trainOn == "everything",
            .systemPrompt = data.systemPrompt,
            .separator = data.separator,
            .keepOverflow = data.packing && data.packingStrategy != "bfd"};
}

PreparedData prepareData(const RunConfig& config, std::shared_ptr<const Tokenizer> tokenizer,
                         const std::optional<ChatTemplate>& chatTemplate, std::int64_t vocabSize, const Work& work,
                         const TokenCache& cache) {
    TokenizeRules rules = rulesOf(config, std::move(tokenizer), chatTemplate);
    rules.vocabSize = vocabSize;
    const auto key = cache.folder.empty() ? std::nullopt : keyNow(config, rules, work);
    if (key)
        if (auto found = findTokens(cache, *key, config.data, idsOf(rules), work)) return std::move(*found);
    PreparedData data = prepareAnew(config, rules, work);
    if (key && key == keyNow(config, rules, work)) keepOrTell(cache, *key, config.data, data, work);
    return data;
}

} // namespace fettle
