#include "core/base/log.h"
#include "core/data/cache/kept_tokens.h"
#include "core/data/cache/token_key.h"
#include "core/data/draw_rows.h"
#include "core/data/row_problems.h"
#include "core/data/unpair.h"
#include "core/text/scored_token.h"

#include <algorithm>

namespace fettle {

namespace {

// What the files of one side hold, one after the other.
struct FileRows {
    std::vector<Example> examples;
    std::vector<RowProblem> problems;
    std::int64_t badRows = 0;
};

FileRows readFiles(const std::vector<DataFileConfig>& files, const Work& work,
                   std::map<std::string, std::string>& formats) {
    FileRows all;
    for (std::size_t place = 0; place < files.size(); ++place) {
        const DataFileConfig& file = files[place];
        DatasetFile read = readDataset(file, work.stop);
        formats[file.path] = read.format;
        all.badRows += badRowCount(read);
        for (Example& example : read.examples) {
            example.file = place;
            all.examples.push_back(std::move(example));
        }
        for (RowProblem& problem : read.problems)
            keepProblem(all.problems, std::move(problem));
    }
    return all;
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
    if (isPretraining(config.objective)) rules.trainOnEverything = true;
    rules.answers = answersPerRow(config.objective);
    rules.labels = needsLabels(config.objective);
    if (rules.labels) rules.trainOnEverything = false;
    if (const RolloutConfig* rollouts = rolloutsOf(config.objective)) {
        rules.drawnTokens = rollouts->maxCompletionLength;
        rules.comparesDrawn = needsReferenceAnswer(rollouts->rewards);
    }
    rules.scores = needsScore(config.objective);
    if (rules.scores) rules.padding = paddingIdOf(*rules.tokenizer);
    if (needsKlRows(config.objective)) rules.klGroup = config.batch.perDeviceBatchSize;
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
    else
        validation.examples = weighed(std::move(validation.examples), config.data.validation, config.seed);
    train.examples = weighed(std::move(train.examples), config.data.train, config.seed);
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
