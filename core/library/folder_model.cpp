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

class FolderModel : public BaseModel {
public:
    explicit FolderModel(fs::path folder) : m_folder(std::move(folder)) {}

    fs::path path() const override { return m_folder; }
    Architecture architecture() const override { return readArchitecture(m_folder); }
    TensorTable tensors() const override { return readTensorTable(m_folder); }
    std::shared_ptr<const Tokenizer> tokenizer() const override { return Tokenizer::load(m_folder); }
    std::optional<ChatTemplate> chatTemplate() const override { return ChatTemplate::load(m_folder); }

    std::vector<TokenId> eosIds() const override {
        std::vector<TokenId> ids;
        addEosIds(ids, m_folder / "generation_config.json");
        addEosIds(ids, m_folder / "config.json");
        return ids;
    }

    std::vector<fs::path> companions() const override {
        std::vector<fs::path> files = tokenizerFiles(m_folder);
        for (fs::path& file : present(m_folder, kChatTemplateFiles))
            files.push_back(std::move(file));
        for (fs::path& file : present(m_folder, std::array{"generation_config.json"}))
            files.push_back(std::move(file));
        return files;
    }

private:
    fs::path m_folder;
};

} // namespace

std::shared_ptr<const BaseModel> openFolderModel(const fs::path& path) {
    return fs::is_directory(path) ? std::make_shared<FolderModel>(path) : nullptr;
}

std::vector<fs::path> tokenizerFiles(const fs::path& folder) {
    return present(folder, kTokenizerFiles);
}

bool isTokenizerFile(const fs::path& file) {
    return std::find(kTokenizerFiles.begin(), kTokenizerFiles.end(), file.filename()) != kTokenizerFiles.end();
}

bool hasTokenizer(const fs::path& folder) {
    return !present(folder, std::array{"tokenizer.json", "tokenizer.model", "vocab.json"}).empty();
}

} // namespace fettle
