#include "core/config/validate_adapter.h"

#include "core/base/translate.h"

namespace fettle {

namespace {

using AdapterProblems = ConfigProblems;

void checkTargets(const TargetModules& targets, AdapterProblems& problems) {
    if (namesNothing(targets))
        refuse(problems, "adapter.target_modules", FETTLE_TR("No module would get an update."),
               FETTLE_TR("Choose \"all-linear\", or name modules such as q_proj."));
}

void check(const NoAdapter& full, AdapterProblems& problems) {
    for (const std::string& name : full.trainable)
        if (name.empty())
            refuse(problems, "adapter.trainable", FETTLE_TR("A part that shall be trained has no name."),
                   FETTLE_TR("Name modules or parts such as embed_tokens or layers.0."));
}

bool isExpression(const TargetModules& targets) {
    const auto* text = std::get_if<std::string>(&targets);
    return text != nullptr && *text != "all-linear";
}

void check(const LoraConfig& lora, AdapterProblems& problems) {
    checkTargets(lora.targetModules, problems);
    if (!lora.layersToTransform.empty() && isExpression(lora.targetModules))
        refuse(problems, "adapter.layers_to_transform",
               FETTLE_TR("Layers are chosen by numbers only where the target modules are names."),
               FETTLE_TR("Write the layers into the regular expression, or name modules such as q_proj."));
    if (lora.initLoraWeights == "pissa" && lora.useDora)
        refuse(problems, "adapter.init_lora_weights", FETTLE_TR("PiSSA and DoRA do not go together."),
               FETTLE_TR("Switch DoRA off, or start from true."));
    if (lora.loraAlpha == 0 && lora.alphaPattern.empty())
        refuse(problems, "adapter.lora_alpha",
               FETTLE_TR("With alpha 0 the update is always zero and nothing is learned."),
               FETTLE_TR("Choose once or twice the rank."));
}

void check(const PrefixTuningConfig&, AdapterProblems&) {}

void check(const PromptTuningConfig& prompt, AdapterProblems& problems) {
    if (prompt.promptTuningInit == "text" && prompt.promptTuningInitText.empty())
        refuse(problems, "adapter.prompt_tuning_init_text", FETTLE_TR("There is no text to start from."),
               FETTLE_TR("Write what the model should do, for example \"Answer politely:\"."));
}

void check(const PTuningConfig&, AdapterProblems&) {}

void check(const BottleneckConfig& bottleneck, AdapterProblems& problems) {
    if (!bottleneck.mhAdapter && !bottleneck.outputAdapter)
        refuse(problems, "adapter.output_adapter", FETTLE_TR("No layer would get a bottleneck."),
               FETTLE_TR("Switch mh_adapter or output_adapter on."));
    if (bottleneck.isParallel && bottleneck.mhAdapter)
        refuse(problems, "adapter.mh_adapter", FETTLE_TR("A parallel bottleneck stands beside the MLP only."),
               FETTLE_TR("Switch mh_adapter off, or is_parallel."));
    if (bottleneck.scaling == 0)
        refuse(problems, "adapter.scaling",
               FETTLE_TR("With scaling 0 the bottleneck adds nothing and nothing is learned."),
               FETTLE_TR("Choose 1, or 4 for a parallel bottleneck."));
}

void check(const Ia3Config& ia3, AdapterProblems& problems) {
    checkTargets(ia3.targetModules, problems);
}

} // namespace

void checkAdapter(const AdapterConfig& adapter, std::vector<ConfigProblem>& problems) {
    std::visit([&](const auto& own) { check(own, problems); }, adapter);
    for (const std::string& name : modulesToSaveOf(adapter))
        if (name.empty())
            refuse(problems, "adapter.modules_to_save", FETTLE_TR("A module that shall be trained whole has no name."),
                   FETTLE_TR("Name modules such as embed_tokens or lm_head."));
    if (const auto folder = initFromOf(adapter); folder && folder->empty())
        refuse(problems, "adapter.init_from", FETTLE_TR("The adapter to start from has no path."),
               FETTLE_TR("Name an adapter folder, or leave it empty."));
}

} // namespace fettle
