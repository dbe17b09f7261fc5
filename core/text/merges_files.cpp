#include "core/text/json_tokenizer.h"
#include "core/text/split_patterns.h"

#include <sstream>

namespace fettle {

namespace {

Json mergesOf(const std::string& text) {
    Json merges = Json::array();
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (!line.empty() && !line.starts_with("#version")) merges.push_back(line);
    }
    return merges;
}

Json byteLevel(bool useRegex) {
    return {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", useRegex}};
}

Json qwenPreTokenizer() {
    const Json split = {{"type", "Split"}, {"pattern", {{"Regex", kQwen2Pattern}}}, {"behavior", "Isolated"}};
    return {{"type", "Sequence"}, {"pretokenizers", Json::array({split, byteLevel(false)})}};
}

} // namespace

Json tokenizerJsonFromMerges(const TokenizerFiles& files) {
    const bool isQwen = readTokenizerConfig(files).value("tokenizer_class", "").starts_with("Qwen2");
    return {{"normalizer", isQwen ? Json{{"type", "NFC"}} : Json()},
            {"pre_tokenizer", isQwen ? qwenPreTokenizer() : byteLevel(true)},
            {"decoder", {{"type", "ByteLevel"}}},
            {"model",
             {{"type", "BPE"}, {"vocab", files.json("vocab.json")}, {"merges", mergesOf(files.text("merges.txt"))}}}};
}

} // namespace fettle
