#include "core/library/gguf/gguf_model.h"

#include "core/library/gguf/vocabulary.h"
#include "core/source/gguf/gguf_architecture.h"
#include "core/source/gguf/gguf_tensors.h"
#include "core/source/stored_dtype.h"

#include <algorithm>

namespace fettle {

namespace fs = std::filesystem;

namespace {

// The embedding's: matrices make the model, vectors are always kept in 32 bits.
std::string dtypeIn(const GgufHeader& header) {
    for (const GgufTensor& tensor : header.tensors)
        if (tensor.name == "token_embd.weight") return floatingType(tensor.type->name).value_or("float32");
    return "float32";
}

TensorEntry entryOf(const GgufTensor& tensor, const std::string& name, bool isTransposed) {
    TensorEntry entry{.name = name, .dtype = tensor.type->name, .shape = tensor.shape};
    if (isTransposed) std::reverse(entry.shape.begin(), entry.shape.end());
    entry.begin = tensor.begin;
    entry.end = tensor.begin + tensor.bytes;
    return entry;
}

class GgufModel : public BaseModel {
public:
    GgufModel(fs::path file, GgufHeader header) : m_file(std::move(file)), m_header(std::move(header)) {}

    fs::path path() const override { return m_file; }

    Architecture architecture() const override {
        Json config = configOfGguf(m_header);
        config["torch_dtype"] = dtypeIn(m_header);
        return parseArchitecture(config);
    }

    TensorTable tensors() const override {
        std::map<std::string, const GgufTensor*> stored;
        for (const GgufTensor& tensor : m_header.tensors)
            stored[tensor.name] = &tensor;
        TensorTable table;
        const auto put = [&](const GgufModule& module, const std::string& part, const GgufChange& change) {
            const auto found = stored.find(module.name + part);
            if (found == stored.end()) return;
            const std::string name = module.module.name + part;
            table[name] = {m_file, entryOf(*found->second, name, change.isTransposed), m_header.dataStart, change};
        };
        for (const GgufModule& module : namedGgufModules(architecture())) {
            put(module, ".weight", module.change);
            put(module, ".bias", changeOfBias(module.change));
        }
        return table;
    }

    std::shared_ptr<const Tokenizer> tokenizer() const override { return Tokenizer::load(tokenizerFiles()); }
    TokenizerFiles tokenizerFiles() const override { return tokenizerFilesOf(vocabularyIn(m_header), m_file); }

    std::optional<Error> tokenizerProblem() const override try {
        refuseUnknownVocabulary(m_header);
        return std::nullopt;
    } catch (const Error& error) {
        return error;
    }
    std::string chatTemplateSource() const override {
        return m_header.metadata.text("tokenizer.chat_template").value_or("");
    }

    std::vector<TokenId> eosIds() const override {
        std::vector<TokenId> ids;
        for (const char* key : {"tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id"})
            if (const auto id = m_header.metadata.whole(key);
                id && *id >= 0 && *id < static_cast<std::int64_t>(m_header.metadata.listSize("tokenizer.ggml.tokens")))
                ids.push_back(static_cast<TokenId>(*id));
        return ids;
    }

    std::vector<Companion> companions() const override {
        std::vector<Companion> files;
        const TokenizerFiles own = tokenizerFiles();
        for (const auto& [name, content] : own.contents())
            files.push_back({.name = name, .content = content});
        if (const std::string source = chatTemplateSource(); !source.empty())
            files.push_back({.name = kChatTemplateFiles.front(), .content = source});
        return files;
    }

private:
    fs::path m_file;
    GgufHeader m_header;
};

} // namespace

std::shared_ptr<const BaseModel> openGgufModel(const fs::path& path) {
    return looksLikeGguf(path) ? std::make_shared<GgufModel>(path, readGgufHeader(path)) : nullptr;
}

} // namespace fettle
