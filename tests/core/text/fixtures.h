#pragma once

#include "core/base/files.h"
#include "core/base/json.h"
#include "core/text/tokenizer.h"
#include "tests/support/stories.h"

#include <QStringList>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace fettle::test {

inline const std::filesystem::path kTokenizers = std::filesystem::path(FETTLE_FIXTURES) / "tokenizers";
inline const std::filesystem::path kTemplates = std::filesystem::path(FETTLE_FIXTURES) / "chat_templates";

using Ids = std::vector<TokenId>;

// A tokenizer folder put together from files that lie elsewhere or are written here; gone with the test.
class TokenizerFolder {
public:
    TokenizerFolder() = default;
    TokenizerFolder(std::initializer_list<std::pair<std::string, std::filesystem::path>> links) {
        for (const auto& [name, target] : links)
            std::filesystem::create_symlink(target, path() / name);
    }
    void write(const std::string& name, const Json& content) const { writeJson(path() / name, content); }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
    [[nodiscard]] std::shared_ptr<const Tokenizer> load() const { return Tokenizer::load(path()); }

private:
    QTemporaryDir m_folder;
};

// A pair of files of llama.cpp: texts, and a line of ids for each.
struct PinnedText {
    std::string text;
    Ids ids;
};
[[nodiscard]] inline std::vector<PinnedText> ggmlPairs(const std::string& name) {
    const auto parts = [&](const char* kind, const char* mark) {
        const auto file = kTokenizers / "ggml-vocab" / ("ggml-vocab-" + name + ".gguf" + kind);
        return QString::fromStdString(readFile(file)).split(QLatin1String(mark));
    };
    const QStringList texts = parts(".inp", "\n__ggml_vocab_test__\n"), lines = parts(".out", "\n");
    std::vector<PinnedText> pairs;
    for (qsizetype i = 0; i < std::min(texts.size(), lines.size()); ++i) {
        pairs.push_back({.text = texts[i].toStdString(), .ids = {}});
        for (const QString& id : lines[i].split(' ', Qt::SkipEmptyParts))
            pairs.back().ids.push_back(id.toInt());
    }
    return pairs;
}

} // namespace fettle::test
