#include "core/text/tokenizer_trainer.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/text/sentencepiece_json.h"

#include <sentencepiece_processor.h>
#include <sentencepiece_trainer.h>

namespace fettle {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ",") + part;
    return text;
}

std::string trainModel(const TokenizerTraining& options) {
    std::vector<std::string> inputs;
    for (const auto& input : options.inputs)
        inputs.push_back(input.string());
    const std::unordered_map<std::string, std::string> arguments = {
        {"input", joined(inputs)},
        {"model_type", options.type},
        {"vocab_size", std::to_string(options.vocabSize)},
        {"user_defined_symbols", joined(options.specialSymbols)},
        {"byte_fallback", "true"},
        {"normalization_rule_name", "identity"},
        {"remove_extra_whitespaces", "false"},
        {"add_dummy_prefix", "true"},
        {"split_digits", "true"},
        {"num_threads", "1"},
        {"unk_id", "0"},
        {"bos_id", "1"},
        {"eos_id", "2"},
        {"pad_id", "-1"},
        {"minloglevel", "2"}};
    std::string serialized;
    if (const auto status = sentencepiece::SentencePieceTrainer::Train(arguments, nullptr, &serialized); !status.ok())
        throw Error{ErrorKind::BadUsage, "The tokenizer cannot be trained: " + status.ToString() + ".",
                    "Give more text, or a smaller --vocab-size."};
    return serialized;
}

Json addedToken(const std::string& content) {
    return {{"content", content}, {"lstrip", false},      {"normalized", false},
            {"rstrip", false},    {"single_word", false}, {"special", true}};
}

Json tokenizerConfig(const TokenizerTraining& options, const sentencepiece::SentencePieceProcessor& model) {
    Json decoder = Json::object();
    for (const int id : {0, 1, 2})
        decoder[std::to_string(id)] = addedToken(model.IdToPiece(id));
    for (const std::string& symbol : options.specialSymbols)
        decoder[std::to_string(model.PieceToId(symbol))] = addedToken(symbol);
    Json config = {{"tokenizer_class", "LlamaTokenizer"},
                   {"add_bos_token", true},
                   {"add_eos_token", false},
                   {"bos_token", "<s>"},
                   {"eos_token", options.eosSymbol.empty() ? "</s>" : options.eosSymbol},
                   {"unk_token", "<unk>"},
                   {"clean_up_tokenization_spaces", false},
                   {"added_tokens_decoder", decoder}};
    if (!options.chatTemplate.empty()) config["chat_template"] = options.chatTemplate;
    return config;
}

} // namespace

void trainTokenizer(const TokenizerTraining& options) {
    if (options.type != "bpe" && options.type != "unigram")
        throw Error{ErrorKind::BadUsage, "\"" + options.type + "\" is no kind of tokenizer.", "Choose bpe or unigram."};
    for (const auto& input : options.inputs)
        if (!std::filesystem::exists(input))
            throw Error{ErrorKind::FileNotFound,
                        "There is no file " + input.string() + ".",
                        "Check the path.",
                        {{"file", input.string()}}};
    makeFolder(options.out);
    const std::string serialized = trainModel(options);
    sentencepiece::SentencePieceProcessor model;
    (void)model.LoadFromSerializedProto(serialized);
    writeFileAtomically(options.out / "tokenizer.model", serialized);
    writeJson(options.out / "tokenizer_config.json", tokenizerConfig(options, model));
    if (options.type == "bpe")
        writeJson(options.out / "tokenizer.json", tokenizerJsonOf(model, options.specialSymbols));
}

} // namespace fettle
