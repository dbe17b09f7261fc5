#pragma once

#include "core/base/files.h"
#include "core/base/json.h"

namespace fettle::test {

// The characters that stand for the 256 bytes in a byte-level vocabulary (GPT-2's alphabet).
inline Json byteVocabulary() {
    Json vocabulary = Json::object();
    int shifted = 256;
    for (int byte = 0; byte < 256; ++byte) {
        const bool isPrintable =
            (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || (byte >= 0xAE && byte <= 0xFF);
        const int code = isPrintable ? byte : shifted++;
        std::string text;
        if (code < 0x80)
            text = std::string(1, static_cast<char>(code));
        else
            text = {static_cast<char>(0xC0 | (code >> 6)), static_cast<char>(0x80 | (code & 0x3F))};
        vocabulary[text] = byte;
    }
    return vocabulary;
}

inline Json specialToken(int id, const char* content) {
    return {{"id", id},        {"content", content},  {"single_word", false}, {"lstrip", false},
            {"rstrip", false}, {"normalized", false}, {"special", true}};
}

// A model folder without weights: a small Llama's config.json, a tokenizer that makes each byte a token (id = byte;
// 256 and 257 begin and end a turn), and the ChatML template.
inline void writeByteModel(const std::filesystem::path& folder) {
    makeFolder(folder);
    writeJson(folder / "config.json", {{"model_type", "llama"},
                                       {"vocab_size", 258},
                                       {"hidden_size", 16},
                                       {"intermediate_size", 32},
                                       {"num_hidden_layers", 2},
                                       {"num_attention_heads", 2},
                                       {"num_key_value_heads", 2},
                                       {"max_position_embeddings", 512},
                                       {"eos_token_id", 257}});
    writeJson(folder / "tokenizer.json",
              {{"version", "1.0"},
               {"added_tokens", Json::array({specialToken(256, "<|im_start|>"), specialToken(257, "<|im_end|>")})},
               {"normalizer", nullptr},
               {"pre_tokenizer",
                {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"trim_offsets", true}, {"use_regex", false}}},
               {"post_processor", nullptr},
               {"decoder", {{"type", "ByteLevel"}}},
               {"model", {{"type", "BPE"}, {"vocab", byteVocabulary()}, {"merges", Json::array()}}}});
    writeJson(folder / "tokenizer_config.json",
              {{"eos_token", "<|im_end|>"},
               {"chat_template", "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + "
                                 "message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt "
                                 "%}{{ '<|im_start|>assistant\\n' }}{% endif %}"}});
}

} // namespace fettle::test
