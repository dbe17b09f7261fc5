#include "core/base/files.h"
#include "core/text/json_tokenizer.h"

#include <sstream>

namespace fettle {

namespace {

constexpr const char* kQwen2Pattern =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

Json readMerges(const std::filesystem::path& file) {
    Json merges = Json::array();
    std::istringstream lines(readFile(file));
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

Json tokenizerJsonFromMerges(const std::filesystem::path& folder) {
    const bool isQwen = readTokenizerConfig(folder).value("tokenizer_class", "").starts_with("Qwen2");
    return {
        {"normalizer", isQwen ? Json{{"type", "NFC"}} : Json()},
        {"pre_tokenizer", isQwen ? qwenPreTokenizer() : byteLevel(true)},
        {"decoder", {{"type", "ByteLevel"}}},
        {"model",
         {{"type", "BPE"}, {"vocab", readJson(folder / "vocab.json")}, {"merges", readMerges(folder / "merges.txt")}}}};
}

} // namespace fettle
