#include "core/text/special_ids.h"

#include "core/text/component.h"

namespace fettle {

namespace {

void addIds(std::vector<TokenId>& ids, const Json& item, const Json& processor) {
    const std::string name = part(item, "id").get<std::string>();
    for (const Json& id : part(part(part(processor, "special_tokens"), name.c_str()), "ids"))
        ids.push_back(tokenId(id));
}

SpecialFrame templateFrame(const Json& processor) {
    SpecialFrame frame;
    bool isAfter = false;
    for (const Json& item : part(processor, "single")) {
        if (item.contains("Sequence"))
            isAfter = true;
        else
            addIds(isAfter ? frame.after : frame.before, part(item, "SpecialToken"), processor);
    }
    return frame;
}

// ["</s>", 2]
SpecialFrame bertFrame(const Json& processor) {
    return {{tokenId(part(processor, "cls").at(1))}, {tokenId(part(processor, "sep").at(1))}};
}

std::string tokenText(const Json& token) {
    if (token.is_string()) return token.get<std::string>();
    return token.is_object() ? token.value("content", "") : "";
}

} // namespace

SpecialFrame frameOf(const Json& processor) {
    if (processor.is_null()) return {};
    const std::string type = componentType(processor, "post-processor");
    if (type == "TemplateProcessing") return templateFrame(processor);
    if (type == "BertProcessing" || type == "RobertaProcessing") return bertFrame(processor);
    if (type == "ByteLevel") return {};
    if (type != "Sequence") refuseComponent("post-processor", type);
    SpecialFrame frame;
    for (const Json& step : part(processor, "processors")) {
        const SpecialFrame inner = frameOf(step);
        frame.before.insert(frame.before.begin(), inner.before.begin(), inner.before.end());
        frame.after.insert(frame.after.end(), inner.after.begin(), inner.after.end());
    }
    return frame;
}

Json readTokenizerConfig(const TokenizerFiles& files) {
    Json config = Json::object();
    for (const char* file : {"tokenizer_config.json", "special_tokens_map.json"}) {
        if (!files.has(file)) continue;
        const Json read = files.json(file);
        for (const auto& [key, value] : read.items())
            if (!config.contains(key)) config[key] = value;
    }
    return config;
}

Json namedSpecialTokens(const Json& config) {
    Json named = Json::object();
    for (const auto& [key, value] : config.items())
        if (key.ends_with("_token") && !key.starts_with("add_"))
            if (const std::string text = tokenText(value); !text.empty()) named[key] = text;
    return named;
}

std::vector<std::string> specialContents(const Json& config) {
    std::vector<std::string> contents;
    const auto add = [&](const Json& token) {
        if (const std::string text = tokenText(token); !text.empty()) contents.push_back(text);
    };
    for (const char* name :
         {"bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"})
        if (const auto found = config.find(name); found != config.end()) add(*found);
    for (const char* list : {"additional_special_tokens", "extra_special_tokens"})
        if (const auto found = config.find(list); found != config.end() && found->is_structured())
            for (const Json& token : *found) // a list, or names with their tokens
                add(token);
    return contents;
}

void applyFrameFlags(SpecialFrame& frame, const Json& config, std::optional<TokenId> bos, std::optional<TokenId> eos) {
    const std::string type = config.value("tokenizer_class", "");
    if (!type.starts_with("Llama") && !type.starts_with("CodeLlama") && !type.starts_with("Gemma")) return;
    const auto flag = [&](const char* key) {
        const auto found = config.find(key);
        return found != config.end() && found->is_boolean() ? std::optional<bool>(found->get<bool>()) : std::nullopt;
    };
    if (const auto wanted = flag("add_bos_token"))
        frame.before = *wanted && bos ? std::vector<TokenId>{*bos} : std::vector<TokenId>{};
    if (const auto wanted = flag("add_eos_token"))
        frame.after = *wanted && eos ? std::vector<TokenId>{*eos} : std::vector<TokenId>{};
}

} // namespace fettle
