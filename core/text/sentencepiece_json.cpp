#include "core/text/sentencepiece_json.h"

#include "core/text/utf8.h"

#include <sentencepiece_processor.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace fettle {

namespace {

constexpr const char* kSpace = "\xE2\x96\x81"; // ▁

struct Merge {
    float score;
    int left, right;
};

bool isNormal(const sentencepiece::SentencePieceProcessor& model, int id) {
    return !model.IsControl(id) && !model.IsUnknown(id) && !model.IsByte(id) && !model.IsUnused(id);
}

std::vector<Merge> merges(const sentencepiece::SentencePieceProcessor& model,
                          const std::unordered_map<std::string, int>& ids, const std::vector<std::string>& symbols) {
    std::vector<Merge> all;
    for (int id = 0; id < model.GetPieceSize(); ++id) {
        const std::string piece = model.IdToPiece(id);
        if (!isNormal(model, id) || std::find(symbols.begin(), symbols.end(), piece) != symbols.end()) continue;
        for (std::size_t cut = 1; cut < piece.size(); ++cut) {
            if (isContinuation(piece[cut])) continue;
            const auto left = ids.find(piece.substr(0, cut)), right = ids.find(piece.substr(cut));
            if (left != ids.end() && right != ids.end())
                all.push_back({model.GetScore(id), left->second, right->second});
        }
    }
    std::sort(all.begin(), all.end(), [](const Merge& a, const Merge& b) {
        return std::tuple(-a.score, a.left, a.right) < std::tuple(-b.score, b.left, b.right);
    });
    return all;
}

Json addedTokens(const sentencepiece::SentencePieceProcessor& model, const std::vector<std::string>& symbols) {
    std::vector<int> ids = {0, 1, 2};
    for (const std::string& symbol : symbols)
        ids.push_back(model.PieceToId(symbol));
    Json list = Json::array();
    for (const int id : ids)
        list.push_back({{"id", id},
                        {"content", model.IdToPiece(id)},
                        {"single_word", false},
                        {"lstrip", false},
                        {"rstrip", false},
                        {"normalized", false},
                        {"special", true}});
    return list;
}

Json replaceStep(const char* from, const char* to) {
    return {{"type", "Replace"}, {"pattern", {{"String", from}}}, {"content", to}};
}

Json framed() {
    return {{"type", "TemplateProcessing"},
            {"single", Json::array({{{"SpecialToken", {{"id", "<s>"}, {"type_id", 0}}}},
                                    {{"Sequence", {{"id", "A"}, {"type_id", 0}}}}})},
            {"pair", Json::array({{{"SpecialToken", {{"id", "<s>"}, {"type_id", 0}}}},
                                  {{"Sequence", {{"id", "A"}, {"type_id", 0}}}},
                                  {{"Sequence", {{"id", "B"}, {"type_id", 1}}}}})},
            {"special_tokens", {{"<s>", {{"id", "<s>"}, {"ids", {1}}, {"tokens", {"<s>"}}}}}}};
}

} // namespace

Json tokenizerJsonOf(const sentencepiece::SentencePieceProcessor& model,
                     const std::vector<std::string>& specialSymbols) {
    std::unordered_map<std::string, int> ids;
    Json vocabulary = Json::object();
    for (int id = 0; id < model.GetPieceSize(); ++id) {
        ids[model.IdToPiece(id)] = id;
        vocabulary[model.IdToPiece(id)] = id;
    }
    Json pairs = Json::array();
    for (const Merge& merge : merges(model, ids, specialSymbols))
        pairs.push_back(Json::array({model.IdToPiece(merge.left), model.IdToPiece(merge.right)}));
    return {{"version", "1.0"},
            {"truncation", nullptr},
            {"padding", nullptr},
            {"added_tokens", addedTokens(model, specialSymbols)},
            {"normalizer",
             {{"type", "Sequence"},
              {"normalizers", Json::array({{{"type", "Prepend"}, {"prepend", kSpace}}, replaceStep(" ", kSpace)})}}},
            {"pre_tokenizer", nullptr},
            {"post_processor", framed()},
            {"decoder",
             {{"type", "Sequence"},
              {"decoders", Json::array({replaceStep(kSpace, " "),
                                        {{"type", "ByteFallback"}},
                                        {{"type", "Fuse"}},
                                        {{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}}})}}},
            {"model",
             {{"type", "BPE"},
              {"dropout", nullptr},
              {"unk_token", "<unk>"},
              {"continuing_subword_prefix", nullptr},
              {"end_of_word_suffix", nullptr},
              {"fuse_unk", true},
              {"byte_fallback", true},
              {"ignore_merges", false},
              {"vocab", vocabulary},
              {"merges", pairs}}}};
}

} // namespace fettle
