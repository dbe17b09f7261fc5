#include "core/source/score_head.h"

#include "core/base/error.h"
#include "core/source/families/family.h"

namespace fettle {

namespace {

bool isSequenceClassifier(const ConfigReader& config) {
    if (!config.has("architectures")) return false;
    const Json& list = config.at("architectures");
    return list.is_array() && !list.empty() && list[0].is_string() &&
           list[0].get_ref<const std::string&>().ends_with("ForSequenceClassification");
}

std::int64_t labelsIn(const ConfigReader& config) {
    if (config.has("id2label") && config.at("id2label").is_object()) return std::ssize(config.at("id2label"));
    return config.count("num_labels", 2); // transformers' default
}

} // namespace

Architecture withScoreHead(Architecture decoder, std::optional<std::int64_t> padTokenId) {
    const Family& family = familyNamed(decoder.family);
    if (family.sequenceClass.empty())
        throw Error{ErrorKind::BadModel,
                    "Models of the family " + family.title + " have no reward model in transformers.",
                    "Choose a base model of another family.",
                    {{"family", family.modelType}}};
    decoder.score = ScoreHead{padTokenId};
    decoder.tieWordEmbeddings = false;
    decoder.finalSoftCap = 0;
    decoder.logitScale = 1;
    return decoder;
}

std::optional<ScoreHead> scoreHeadIn(const ConfigReader& config) {
    if (!isSequenceClassifier(config)) return std::nullopt;
    if (const std::int64_t labels = labelsIn(config); labels != 1)
        throw Error{ErrorKind::BadModel,
                    "This model sorts texts into " + std::to_string(labels) + " classes.",
                    "Choose a model that writes text, or a reward model, which has one label.",
                    {{"key", "id2label"}}};
    if (!config.has("pad_token_id")) return ScoreHead{};
    return ScoreHead{config.count("pad_token_id", 0, 0)};
}

void writeScoreHead(const ScoreHead& score, Json& config) {
    config["id2label"] = {{"0", "LABEL_0"}};
    config["label2id"] = {{"LABEL_0", 0}};
    config["pad_token_id"] = score.padTokenId ? Json(*score.padTokenId) : Json();
}

void refuseScoreHead(const Architecture& architecture) {
    if (!architecture.score) return;
    throw Error{ErrorKind::BadUsage, "This is a reward model: it gives answers a score and writes none.",
                "Give it to score, or to generate --best-of N --reward."};
}

} // namespace fettle
