#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/text/json_tokenizer.h"
#include "core/text/sentencepiece_tokenizer.h"
#include "core/text/tokenizer_files.h"

namespace fettle {

namespace {

std::string hashOfTokenizerFiles(const std::filesystem::path& folder) {
    ContentHash hash;
    for (const char* name : kTokenizerFiles)
        if (std::filesystem::exists(folder / name))
            hash.add(std::string(name) + " " + contentHashOf(folder / name) + "\n");
    return hash.text();
}

} // namespace

std::shared_ptr<const Tokenizer> Tokenizer::load(const std::filesystem::path& folder) {
    const auto has = [&](const char* name) { return std::filesystem::exists(folder / name); };
    const auto loaded = [&](const std::shared_ptr<Tokenizer>& tokenizer) {
        tokenizer->m_contentHash = hashOfTokenizerFiles(folder);
        return tokenizer;
    };
    try {
        if (has("tokenizer.json"))
            return loaded(std::make_shared<JsonTokenizer>(readJson(folder / "tokenizer.json"), folder));
        if (has("tokenizer.model")) return loaded(std::make_shared<SentencePieceTokenizer>(folder));
        if (has("vocab.json") && has("merges.txt"))
            return loaded(std::make_shared<JsonTokenizer>(tokenizerJsonFromMerges(folder), folder));
    } catch (const nlohmann::json::exception& e) {
        throw Error{ErrorKind::BadTokenizer,
                    "The tokenizer in " + folder.string() + " has a value of the wrong type: " + e.what() + ".",
                    "Download the tokenizer again.",
                    {{"file", folder.string()}}};
    }
    throw Error{ErrorKind::FileNotFound,
                folder.string() + " has no tokenizer.json and no tokenizer.model.",
                "Choose the folder of a model, or copy its tokenizer files there.",
                {{"file", folder.string()}}};
}

} // namespace fettle
