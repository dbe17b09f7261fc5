#include "app/engine/model_options.h"

#include "core/device/device.h"
#include "core/source/base_models.h"

namespace fettle::engine {

void ModelOptions::addTo(CLI::App& verb) {
    verb.add_option("--model", model, "Folder of the base model, or pocket")->required();
    verb.add_option("--adapter", adapters, "Folder of a PEFT adapter (several: their updates add up)");
    verb.add_option("--strength", strength, "Factor on the adapter's update")->capture_default_str();
    verb.add_option("--device", device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    verb.add_option("--dtype", dtype, "auto, float32, bfloat16 or float16")->capture_default_str();
    verb.add_option("--quantize", quantize, "int8: linear weights in 8 bits, read at half the bytes of bfloat16")
        ->check(CLI::IsMember({"none", "int8"}))
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
    OpenModel open;
    open.folder = resolveModel(options.model);
    const Architecture architecture = readArchitecture(open.folder);
    open.tokenizer = Tokenizer::load(open.folder);
    open.chatTemplate = ChatTemplate::load(open.folder);
    open.stopIds = stopIdsOf(open.folder, *open.tokenizer);
    open.compute = scalarType(options.dtype == "auto" ? architecture.dtype : options.dtype);
    open.model = loadModel(
        architecture, TensorSource::openFolder(open.folder),
        {.dtype = open.compute, .device = device, .quantizeInt8 = options.quantize == "int8", .stop = options.stop});
    for (const std::string& adapter : options.adapters)
        open.adapters.push_back(Adapter::load(adapter, *open.model));
    return open;
}

std::vector<TokenId> conversationIds(const OpenModel& model, const ChatRequest& request) {
    if (!model.chatTemplate)
        throw Error{ErrorKind::BadTemplate, model.folder.string() + " has no chat template.",
                    "Use --prompt for plain text, or put a chat_template.jinja into the folder."};
    ChatRequest generating = request;
    generating.addGenerationPrompt = true;
    const std::string text = model.chatTemplate->renderText(generating, model.tokenizer->specialTokens());
    return model.tokenizer->encode(text, SpecialTokens::None).ids;
}

} // namespace fettle::engine
