#include "core/library/folder_model.h"

#include "core/text/tokenizer_files.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace fettle {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> present(const fs::path& folder, std::span<const char* const> names) {
    std::vector<fs::path> files;
    for (const char* name : names)
        if (fs::exists(folder / name)) files.push_back(folder / name);
    return files;
}

void addEosIds(std::vector<TokenId>& ids, const fs::path& file) {
    if (!fs::exists(file)) return;
    const Json config = readJson(file);
    const auto found = config.find("eos_token_id");
    if (found == config.end()) return;
    const Json list = found->is_array() ? *found : Json::array({*found});
    for (const Json& id : list)
        if (const auto number = wholeNumber(id);
            number && *number >= 0 && *number <= std::numeric_limits<TokenId>::max())
            ids.push_back(static_cast<TokenId>(*number));
}

void addCopies(std::vector<Companion>& files, const std::vector<fs::path>& sources) {
    for (const fs::path& source : sources)
        files.push_back({.name = source.filename().string(), .source = source});
}

class FolderModel : public BaseModel {
public:
    explicit FolderModel(fs::path folder) : m_folder(std::move(folder)) {}

    fs::path path() const override { return m_folder; }
    Architecture architecture() const override { return readArchitecture(m_folder); }
    TensorTable tensors() const override { return readTensorTable(m_folder); }
    std::shared_ptr<const Tokenizer> tokenizer() const override { return Tokenizer::load(m_folder); }
    std::string chatTemplateSource() const override { return ChatTemplate::sourceIn(m_folder); }
    std::optional<Error> tokenizerProblem() const override {
        if (hasTokenizer(m_folder)) return std::nullopt;
        return Error{ErrorKind::BadTokenizer, "It has no tokenizer.json and no tokenizer.model."};
    }

    std::vector<TokenId> eosIds() const override {
        std::vector<TokenId> ids;
        addEosIds(ids, m_folder / "generation_config.json");
        addEosIds(ids, m_folder / "config.json");
        return ids;
    }

    std::vector<Companion> companions() const override {
        std::vector<Companion> files = tokenizerCompanions(m_folder);
        addCopies(files, present(m_folder, kChatTemplateFiles));
        addCopies(files, present(m_folder, std::array{"generation_config.json"}));
        return files;
    }
    TokenizerFiles tokenizerFiles() const override { return TokenizerFiles::of(m_folder); }

private:
    fs::path m_folder;
};

} // namespace

std::shared_ptr<const BaseModel> openFolderModel(const fs::path& path) {
    return fs::is_directory(path) ? std::make_shared<FolderModel>(path) : nullptr;
}

std::vector<Companion> tokenizerCompanions(const fs::path& folder) {
    std::vector<Companion> files;
    addCopies(files, present(folder, kTokenizerFiles));
    return files;
}

bool isTokenizerFile(const std::string& name) {
    return std::find(kTokenizerFiles.begin(), kTokenizerFiles.end(), name) != kTokenizerFiles.end();
}

bool hasTokenizer(const fs::path& folder) {
    return !present(folder, std::array{"tokenizer.json", "tokenizer.model", "vocab.json"}).empty();
}

} // namespace fettle
