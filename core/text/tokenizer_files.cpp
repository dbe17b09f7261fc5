#include "core/text/tokenizer_files.h"

#include "core/base/content_hash.h"
#include "core/base/files.h"

namespace fettle {

TokenizerFiles::TokenizerFiles(std::filesystem::path origin, std::map<std::string, std::string> contents)
    : m_origin(std::move(origin)), m_contents(std::move(contents)) {}

TokenizerFiles TokenizerFiles::of(const std::filesystem::path& folder) {
    std::map<std::string, std::string> contents;
    for (const char* name : kTokenizerFiles)
        if (std::filesystem::exists(folder / name)) contents[name] = readFile(folder / name);
    return {folder, std::move(contents)};
}

Json TokenizerFiles::json(const std::string& name) const {
    return parseJson(text(name), where(name).string());
}

std::string TokenizerFiles::hash() const {
    ContentHash all;
    for (const char* name : kTokenizerFiles) {
        if (!has(name)) continue;
        ContentHash content;
        content.add(text(name));
        all.add(std::string(name) + " " + content.text() + "\n");
    }
    return all.text();
}

} // namespace fettle
