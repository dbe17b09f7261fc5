#include "core/base/error.h"
#include "core/text/json_tokenizer.h"
#include "core/text/sentencepiece_tokenizer.h"

namespace fettle {

std::shared_ptr<const Tokenizer> Tokenizer::load(const std::filesystem::path& folder) {
    return load(TokenizerFiles::of(folder));
}

std::shared_ptr<const Tokenizer> Tokenizer::load(const TokenizerFiles& files) {
    const std::string origin = files.origin().string();
    const auto loaded = [&](const std::shared_ptr<Tokenizer>& tokenizer) {
        tokenizer->m_contentHash = files.hash();
        return tokenizer;
    };
    try {
        if (files.has("tokenizer.json"))
            return loaded(std::make_shared<JsonTokenizer>(files.json("tokenizer.json"), files));
        if (files.has("tokenizer.model")) return loaded(std::make_shared<SentencePieceTokenizer>(files));
        if (files.has("vocab.json") && files.has("merges.txt"))
            return loaded(std::make_shared<JsonTokenizer>(tokenizerJsonFromMerges(files), files));
    } catch (const nlohmann::json::exception& e) {
        throw Error{ErrorKind::BadTokenizer,
                    "The tokenizer in " + origin + " has a value of the wrong type: " + e.what() + ".",
                    "Download the tokenizer again.",
                    {{"file", origin}}};
    }
    throw Error{ErrorKind::FileNotFound,
                origin + " has no tokenizer.json and no tokenizer.model.",
                "Choose the folder of a model, or copy its tokenizer files there.",
                {{"file", origin}}};
}

} // namespace fettle
