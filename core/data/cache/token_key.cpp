#include "core/data/cache/token_key.h"

#include "core/base/content_hash.h"
#include "core/base/mapped_file.h"
#include "core/data/cache/text_code.h"
#include "core/data/files/text_folder.h"
#include "core/text/text_libraries.h"

#include <algorithm>

namespace fettle {

namespace {

std::string hashOfText(std::string_view text) {
    ContentHash hash;
    hash.add(text);
    return hash.text();
}

Json orNull(const std::optional<std::string>& text) {
    return text ? Json(*text) : Json();
}

bool isFolder(const std::filesystem::path& path) {
    return std::filesystem::is_directory(path);
}

// Of a folder the names and contents of its texts, one below the other.
Json contentOf(const std::filesystem::path& path, const Work& work) {
    if (!isFolder(path)) return contentHashOf(path, work);
    Json contents = Json::array();
    for (const std::filesystem::path& text : textFilesIn(path))
        contents.push_back({text.lexically_relative(path).string(), contentHashOf(text, work)});
    return contents;
}

// Each structure is taken apart in full, so that a new member does not compile until it is thought of here.
Json keyOf(const DataFileConfig& file, const Work& work) {
    const auto& [path, format, columns, limit, weight] = file;
    const std::filesystem::path place = path;
    return {{"name", place.filename().string()}, // its end may choose the reader, and messages say it
            {"content", contentOf(place, work)},
            {"format", format},
            {"columns", columns},
            {"limit", limit},
            {"weight", weight}};
}

// The first file under the same path: messages of both name one place.
std::size_t firstOfPath(const std::vector<DataFileConfig>& files, const std::string& path) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.path == path; });
    return static_cast<std::size_t>(found - files.begin());
}

Json keyOf(const DataConfig& data, std::int64_t seed, const Work& work) {
    const std::vector<DataFileConfig> files = filesOf(data);
    Json list = Json::array();
    for (const DataFileConfig& file : files) {
        Json entry = keyOf(file, work);
        entry["first"] = firstOfPath(files, file.path);
        list.push_back(std::move(entry));
    }
    Json key = {{"files", std::move(list)}, {"train", data.train.size()}};
    if (data.validation.empty() && data.validationSplit > 0)
        key["split"] = {{"share", data.validationSplit}, {"seed", seed}};
    if (std::any_of(files.begin(), files.end(), [](const auto& file) { return file.weight != 1; })) key["seed"] = seed;
    if (data.trainShare < 1) key["train_share"] = {{"share", data.trainShare}, {"seed", seed}};
    return key;
}

bool asksForNow(const ChatTemplate& chatTemplate) {
    return chatTemplate.source().find("strftime_now") != std::string::npos;
}

// A directive of strftime that tells more than the date.
bool tellsTheTime(std::string_view source) {
    constexpr std::string_view kTimes = "HIklMSpPrRTXcszZf+";
    for (std::size_t at = source.find('%'); at != std::string_view::npos; at = source.find('%', at + 1)) {
        const std::size_t letter = source.find_first_not_of("-_0^#EO", at + 1);
        if (letter != std::string_view::npos && kTimes.find(source[letter]) != std::string_view::npos) return true;
    }
    return false;
}

// With the names that the process's locale has for it.
std::string localDate(std::time_t now) {
    std::tm parts{};
    localtime_r(&now, &parts);
    char text[256];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d %a %A %b %B %x", &parts)};
}

Json keyOf(const ChatTemplate& chatTemplate, std::time_t now) {
    Json key = {{"content", hashOfText(chatTemplate.source())}};
    if (asksForNow(chatTemplate)) key["date"] = localDate(now);
    return key;
}

Json keyOf(const TokenizeRules& rules, std::time_t now) {
    const auto& [tokenizer, chatTemplate, maxLength, trainOnEverything, systemPrompt, separator, keepOverflow, answers,
                 labels, klGroup, drawnTokens, comparesDrawn, scores, padding, vocabSize] = rules;
    return {{"tokenizer", tokenizer->contentHash()},
            {"template", chatTemplate ? keyOf(*chatTemplate, now) : Json()},
            {"max_length", maxLength},
            {"train_on_everything", trainOnEverything},
            {"system_prompt", orNull(systemPrompt)},
            {"separator", orNull(separator)},
            {"keep_overflow", keepOverflow},
            {"answers", answers},
            {"labels", labels},
            {"kl_group", klGroup},
            {"drawn_tokens", drawnTokens},
            {"compares_drawn", comparesDrawn},
            {"scores", scores},
            {"padding", padding ? Json(*padding) : Json()},
            {"vocab_size", vocabSize}};
}

// A few rows of a large file are tokens sooner than all of it is read.
bool isReadForFewRows(const DataFileConfig& file) {
    constexpr std::uint64_t kBytesARow = 1 << 16; // that are hashed while a short row is tokenized
    return file.limit > 0 && !isFolder(file.path) &&
           MappedFile::open(file.path)->bytes().size() > static_cast<std::uint64_t>(file.limit) * kBytesARow;
}

bool isSettled(const TokenizeRules& rules) {
    if (rules.tokenizer->contentHash().empty()) return false;
    return !rules.chatTemplate || !asksForNow(*rules.chatTemplate) || !tellsTheTime(rules.chatTemplate->source());
}

} // namespace

std::vector<DataFileConfig> filesOf(const DataConfig& data) {
    std::vector<DataFileConfig> files = data.train;
    files.insert(files.end(), data.validation.begin(), data.validation.end());
    return files;
}

std::optional<std::string> tokenKey(const RunConfig& config, const TokenizeRules& rules, std::time_t now,
                                    const Work& work) {
    if (!isSettled(rules)) return std::nullopt;
    const std::vector<DataFileConfig> files = filesOf(config.data);
    if (std::any_of(files.begin(), files.end(), isReadForFewRows)) return std::nullopt;
    return toLine({{"code", kTextCode},
                   {"libraries", textLibraries()},
                   {"rules", keyOf(rules, now)},
                   {"data", keyOf(config.data, config.seed, work)}});
}

} // namespace fettle
