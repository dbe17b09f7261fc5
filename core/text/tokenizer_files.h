#pragma once

#include "core/base/json.h"

#include <array>
#include <filesystem>
#include <map>
#include <string>

namespace fettle {

// All files of a model's folder that a tokenizer may be read from.
inline constexpr std::array kTokenizerFiles = {
    "tokenizer.json", "tokenizer.model", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json",     "merges.txt"};

// The files of one tokenizer by name, in memory: a folder's, or made of another format.
class TokenizerFiles {
public:
    // `origin` names in errors where they come from.
    TokenizerFiles(std::filesystem::path origin, std::map<std::string, std::string> contents);
    // Those of kTokenizerFiles that are there. Error{FileAccess}.
    [[nodiscard]] static TokenizerFiles of(const std::filesystem::path& folder);

    [[nodiscard]] bool has(const std::string& name) const { return m_contents.contains(name); }
    [[nodiscard]] const std::string& text(const std::string& name) const { return m_contents.at(name); }
    // Error{BadFile}.
    [[nodiscard]] Json json(const std::string& name) const;
    [[nodiscard]] std::filesystem::path where(const std::string& name) const { return m_origin / name; }
    [[nodiscard]] const std::filesystem::path& origin() const { return m_origin; }
    [[nodiscard]] const std::map<std::string, std::string>& contents() const { return m_contents; }
    // Of names and contents: where they come from does not count.
    [[nodiscard]] std::string hash() const;

private:
    std::filesystem::path m_origin;
    std::map<std::string, std::string> m_contents;
};

} // namespace fettle
