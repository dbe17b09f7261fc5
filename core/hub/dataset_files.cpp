#include "core/hub/dataset_files.h"

#include "core/hub/card_files.h"
#include "core/hub/glob.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace fettle {

namespace {

using Splits = std::map<std::string, std::vector<HubFile>>;

constexpr std::array<std::string_view, 7> kEndings = {".jsonl", ".json", ".txt", ".csv", ".tsv", ".parquet", ".arrow"};
// Descriptions, not rows.
constexpr std::array<std::string_view, 4> kNoData = {"dataset_infos.json", "dataset_info.json", "state.json",
                                                     "dataset_dict.json"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kKeywords = {{{"train", "train"},
                                                                                      {"training", "train"},
                                                                                      {"validation", "validation"},
                                                                                      {"valid", "validation"},
                                                                                      {"dev", "validation"},
                                                                                      {"val", "validation"},
                                                                                      {"test", "test"},
                                                                                      {"testing", "test"},
                                                                                      {"eval", "test"},
                                                                                      {"evaluation", "test"}}};

std::string_view fileName(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

bool isData(const HubFile& file) {
    const std::string_view name = fileName(file.path);
    const bool isHidden = file.path.starts_with('.') || file.path.find("/.") != std::string::npos;
    return !isHidden && std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); }) &&
           std::ranges::find(kNoData, name) == kNoData.end();
}

std::vector<std::string_view> wordsOf(std::string_view path) {
    constexpr std::string_view kBetween = "/-._ 0123456789";
    std::vector<std::string_view> words;
    for (;;) {
        const std::size_t begin = path.find_first_not_of(kBetween);
        if (begin == std::string_view::npos) return words;
        const std::size_t end = std::min(path.find_first_of(kBetween, begin), path.size());
        words.push_back(path.substr(begin, end - begin));
        path.remove_prefix(end);
    }
}

// By the last word of the path that names a split, since files are named after folders.
std::string splitOf(std::string_view path) {
    std::string_view split;
    for (const std::string_view word : wordsOf(path))
        if (const auto found = std::ranges::find(kKeywords, word, [](const auto& row) { return row.first; });
            found != kKeywords.end())
            split = found->second;
    return std::string(split);
}

bool isBelow(std::string_view path, const std::string& folder) {
    return path.starts_with(folder + "/") || path.find("/" + folder + "/") != std::string_view::npos;
}

// Files whose names say nothing are those of training.
Splits byNames(const std::vector<HubFile>& files) {
    Splits splits;
    for (const HubFile& file : files) {
        const std::string split = splitOf(file.path);
        splits[split.empty() ? "train" : split].push_back(file);
    }
    return splits;
}

Splits byPatterns(const std::vector<HubFile>& files, const CardSubset& subset) {
    Splits splits;
    for (const auto& [split, patterns] : subset.patterns)
        for (const HubFile& file : files)
            if (std::ranges::any_of(patterns, [&](const auto& pattern) { return matchesGlob(pattern, file.path); }))
                splits[split].push_back(file);
    return splits;
}

std::string listed(const auto& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

[[noreturn]] void refusePart(const HubRepo& repo, const std::string& what, const std::string& name,
                             const std::string& known) {
    throw Error{ErrorKind::HubNotFound,
                repo.name + " has no " + what + " \"" + name + "\".",
                known.empty() ? "Leave it out." : "Choose one of these: " + known + ".",
                {{"repo", repo.name}, {what, name}, {"choices", known}}};
}

const CardSubset& chosen(const std::vector<CardSubset>& subsets, const std::string& name, const HubRepo& repo) {
    std::vector<std::string> names;
    std::ranges::transform(subsets, std::back_inserter(names), &CardSubset::name);
    const auto found = name.empty() ? std::ranges::find(subsets, true, &CardSubset::isDefault)
                                    : std::ranges::find(subsets, name, &CardSubset::name);
    if (found != subsets.end()) return *found;
    if (!name.empty()) refusePart(repo, "subset", name, listed(names));
    if (subsets.size() == 1) return subsets.front();
    throw Error{ErrorKind::BadUsage,
                repo.name + " has several subsets: " + listed(names) + ".",
                "Name one with --subset.",
                {{"repo", repo.name}, {"choices", listed(names)}}};
}

std::vector<HubFile> below(const std::vector<HubFile>& files, const std::string& folder) {
    std::vector<HubFile> found;
    std::ranges::copy_if(files, std::back_inserter(found),
                         [&](const HubFile& file) { return isBelow(file.path, folder); });
    return found;
}

Splits splitsOf(const HubListing& listing, const std::vector<HubFile>& files, const std::string& name,
                const HubRepo& repo) {
    if (const auto subsets = subsetsOf(listing.card); !subsets.empty()) {
        const CardSubset& subset = chosen(subsets, name, repo);
        if (!subset.patterns.empty()) return byPatterns(files, subset);
        return byNames(subset.folder.empty() ? files : below(files, subset.folder.substr(0, subset.folder.size() - 1)));
    }
    if (name.empty()) return byNames(files);
    const auto found = below(files, name);
    if (found.empty()) refusePart(repo, "subset", name, "");
    return byNames(found);
}

} // namespace

std::vector<HubFile> datasetFiles(const HubListing& listing, const DatasetPart& part, const HubRepo& repo) {
    std::vector<HubFile> files;
    std::ranges::copy_if(listing.files, std::back_inserter(files), isData);
    const Splits splits = splitsOf(listing, files, part.subset, repo);
    if (splits.empty())
        throw Error{ErrorKind::BadDataset,
                    repo.name + " holds no files that can be read.",
                    "Choose a data set of JSON Lines, JSON, text, CSV or Parquet files.",
                    {{"repo", repo.name}, {"file", repo.name}}};
    if (part.split.empty()) {
        std::vector<HubFile> all;
        for (const auto& [split, some] : splits)
            all.insert(all.end(), some.begin(), some.end());
        return all;
    }
    if (const auto found = splits.find(part.split); found != splits.end()) return found->second;
    std::vector<std::string> names;
    std::ranges::transform(splits, std::back_inserter(names), [](const auto& entry) { return entry.first; });
    refusePart(repo, "split", part.split, listed(names));
}

} // namespace fettle
