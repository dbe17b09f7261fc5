#include "app/engine/model_options.h"

#include "core/device/device.h"
#include "core/library/scored_base.h"
#include "core/source/vocabulary.h"

namespace fettle::engine {

void ModelOptions::addTo(CLI::App& verb) {
    verb.add_option("--model", model, "Folder of the base model, or pocket")->required();
    verb.add_option("--adapter", adapters, "Folder of a PEFT adapter (several: their updates add up)");
    verb.add_option("--strength", strength, "Factor on the adapter's update")->capture_default_str();
    verb.add_option("--device", device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    verb.add_option("--dtype", dtype, "auto, float32, bfloat16 or float16")->capture_default_str();
    verb.add_option("--quantize", quantize,
                    "int8: linear weights in 8 bits, read at half the bytes of bfloat16; "
                    "nf4: in 4 bits, the least memory")
        ->check(CLI::IsMember({"none", "int8", "nf4"}))
        ->capture_default_str();
    verb.add_option("--threads", threads, "0: one per core")->capture_default_str();
}

StreamAdapters OpenModel::streamAdapters(double strength) const {
    StreamAdapters all;
    for (const Adapter& adapter : adapters)
        all.emplace_back(adapter.slots(), strength);
    return all;
}

AdapterSet OpenModel::adapterSet(double strength) const {
    AdapterSet set;
    for (const Adapter& adapter : adapters)
        set.push_back({.slots = adapter.slots(), .strengths = {strength}});
    return set;
}

OpenModel openModel(const ModelOptions& options) {
    const at::Device device = resolveDevice(options.device);
    setThreads(options.threads);
    OpenModel open{.base = BaseModel::open(options.model)};
    const std::vector<std::filesystem::path> adapters(options.adapters.begin(), options.adapters.end());
    open.text = readTextSide(*open.base, adapters);
    const bool isScored = isScoredBy(adapters);
    const Architecture architecture =
        withVocabulary(architectureUnder(*open.base, isScored, open.text), options.leastVocabulary);
    open.compute = scalarType(options.dtype == "auto" ? architecture.dtype : options.dtype);
    open.model = loadModel(
        architecture, TensorSource::open(open.base->tensors()),
        {.dtype = open.compute,
         .device = device,
         .quantization = options.quantize == "none" ? std::nullopt : std::optional(ops::Quantization{options.quantize}),
         .quantizesHead = !architecture.score,
         .freshScore = isScored ? std::optional<std::uint64_t>(0) : std::nullopt, // whose place the adapter's takes
         .stop = options.stop});
    for (const std::string& adapter : options.adapters)
        open.adapters.push_back(Adapter::load(adapter, *open.model));
    return open;
}

namespace {

std::string renderedPrompt(const TextSide& text, ChatRequest request) {
    if (!text.chatTemplate)
        throw Error{ErrorKind::BadTemplate, "Neither the model nor its adapter has a chat template.",
                    "Use --prompt for plain text, or put a chat_template.jinja into the folder."};
    request.addGenerationPrompt = true;
    return text.chatTemplate->renderText(request, text.tokenizer->specialTokens());
}

} // namespace

std::vector<TokenId> conversationIds(const TextSide& text, const ChatRequest& request) {
    return text.tokenizer->encode(renderedPrompt(text, request), SpecialTokens::None).ids;
}

std::vector<TokenId> continuedIds(const TextSide& text, const ChatRequest& request) {
    const Json last = request.messages.empty() ? Json() : request.messages.back();
    if (!last.is_object() || last.value("role", Json()) != "assistant" || !last.value("content", Json()).is_string())
        throw Error{ErrorKind::BadUsage, "Only an answer can be continued, and the last message is none.",
                    "End the messages with the assistant's answer."};
    ChatRequest before = request;
    before.messages.erase(before.messages.size() - 1);
    const std::string answer = last["content"].get<std::string>();
    return text.tokenizer->encode(renderedPrompt(text, before) + answer, SpecialTokens::None).ids;
}

} // namespace fettle::engine
