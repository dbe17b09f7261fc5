#include "ui/text/names.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct Name {
    const char* wire;
    const char* text;
};

template <std::size_t count>
QString nameIn(const Name (&names)[count], const QString& wire) {
    for (const Name& name : names)
        if (wire == QLatin1String(name.wire)) return QCoreApplication::translate("Names", name.text);
    return wire;
}

constexpr Name kPhases[] = {
    {"loading", QT_TRANSLATE_NOOP("Names", "Loading the model")},
    {"reading", QT_TRANSLATE_NOOP("Names", "Reading the data")},
    {"tokenizing", QT_TRANSLATE_NOOP("Names", "Turning text into tokens")},
    {"merging", QT_TRANSLATE_NOOP("Names", "Merging")},
    {"copying", QT_TRANSLATE_NOOP("Names", "Copying files")},
    {"writing", QT_TRANSLATE_NOOP("Names", "Writing files")},
    {"proving", QT_TRANSLATE_NOOP("Names", "Comparing with what was written")},
    {"exporting", QT_TRANSLATE_NOOP("Names", "Exporting")},
    {"environment", QT_TRANSLATE_NOOP("Names", "Preparing a place for it")},
    {"downloading", QT_TRANSLATE_NOOP("Names", "Downloading")},
    {"asking_base", QT_TRANSLATE_NOOP("Names", "Asking the base model")},
    {"asking_tuned", QT_TRANSLATE_NOOP("Names", "Asking the tuned model")},
    {"installing", QT_TRANSLATE_NOOP("Names", "Installing")},
};

constexpr Name kObjectives[] = {
    {"sft", QT_TRANSLATE_NOOP("Names", "SFT")},       {"pretrain", QT_TRANSLATE_NOOP("Names", "Pre-training")},
    {"dpo", QT_TRANSLATE_NOOP("Names", "DPO")},       {"orpo", QT_TRANSLATE_NOOP("Names", "ORPO")},
    {"reward", QT_TRANSLATE_NOOP("Names", "Reward")}, {"kto", QT_TRANSLATE_NOOP("Names", "KTO")},
    {"cpo", QT_TRANSLATE_NOOP("Names", "CPO")},       {"grpo", QT_TRANSLATE_NOOP("Names", "GRPO")},
    {"rloo", QT_TRANSLATE_NOOP("Names", "RLOO")},     {"ppo", QT_TRANSLATE_NOOP("Names", "PPO")},
};

constexpr Name kAdapters[] = {
    {"lora", QT_TRANSLATE_NOOP("Names", "LoRA")},
    {"none", QT_TRANSLATE_NOOP("Names", "Full")},
    {"prompt_tuning", QT_TRANSLATE_NOOP("Names", "Prompt tuning")},
    {"p_tuning", QT_TRANSLATE_NOOP("Names", "P-tuning")},
    {"prefix_tuning", QT_TRANSLATE_NOOP("Names", "Prefix tuning")},
    {"p_tuning", QT_TRANSLATE_NOOP("Names", "P-tuning")},
    {"bottleneck", QT_TRANSLATE_NOOP("Names", "Bottleneck")},
    {"ia3", QT_TRANSLATE_NOOP("Names", "IA3")},
};

constexpr Name kFormats[] = {
    {"auto", QT_TRANSLATE_NOOP("Names", "Automatic")},
    {"messages", QT_TRANSLATE_NOOP("Names", "Messages")},
    {"sharegpt", QT_TRANSLATE_NOOP("Names", "ShareGPT")},
    {"alpaca", QT_TRANSLATE_NOOP("Names", "Alpaca")},
    {"prompt_completion", QT_TRANSLATE_NOOP("Names", "Prompt and completion")},
    {"text", QT_TRANSLATE_NOOP("Names", "Plain text")},
    {"preference", QT_TRANSLATE_NOOP("Names", "Preference")},
    {"sharegpt_preference", QT_TRANSLATE_NOOP("Names", "ShareGPT pairs")},
    {"hh_rlhf", QT_TRANSLATE_NOOP("Names", "HH-RLHF transcripts")},
    {"unpaired_preference", QT_TRANSLATE_NOOP("Names", "Judged answers")},
    {"open_assistant", QT_TRANSLATE_NOOP("Names", "Open Assistant trees")},
    {"natural_instructions", QT_TRANSLATE_NOOP("Names", "Natural Instructions")},
    {"self_instruct", QT_TRANSLATE_NOOP("Names", "Self-Instruct tasks")},
};

constexpr Name kRowColumns[] = {
    {"text", QT_TRANSLATE_NOOP("Names", "Text")},
    {"prompt", QT_TRANSLATE_NOOP("Names", "Prompt")},
    {"completion", QT_TRANSLATE_NOOP("Names", "Completion")},
    {"instruction", QT_TRANSLATE_NOOP("Names", "Instruction")},
    {"input", QT_TRANSLATE_NOOP("Names", "Input")},
    {"output", QT_TRANSLATE_NOOP("Names", "Output")},
    {"messages", QT_TRANSLATE_NOOP("Names", "First question")},
    {"answer", QT_TRANSLATE_NOOP("Names", "Last answer")},
    {"turns", QT_TRANSLATE_NOOP("Names", "Turns")},
    {"chosen", QT_TRANSLATE_NOOP("Names", "Chosen")},
    {"rejected", QT_TRANSLATE_NOOP("Names", "Rejected")},
    {"label", QT_TRANSLATE_NOOP("Names", "Good answer")},
};

constexpr Name kParts[] = {
    {"weights", QT_TRANSLATE_NOOP("Names", "Weights")},
    {"adapter", QT_TRANSLATE_NOOP("Names", "Adapter")},
    {"gradients", QT_TRANSLATE_NOOP("Names", "Gradients")},
    {"optimizer", QT_TRANSLATE_NOOP("Names", "Optimizer")},
    {"activations", QT_TRANSLATE_NOOP("Names", "Activations")},
    {"loss", QT_TRANSLATE_NOOP("Names", "Loss")},
    {"generation", QT_TRANSLATE_NOOP("Names", "Drawing answers")},
    {"runtime", QT_TRANSLATE_NOOP("Names", "Runtime")},
    {"total", QT_TRANSLATE_NOOP("Names", "Total")},
};

constexpr Name kDtypes[] = {
    {"bfloat16", QT_TRANSLATE_NOOP("Names", "bf16")},
    {"float16", QT_TRANSLATE_NOOP("Names", "fp16")},
    {"float32", QT_TRANSLATE_NOOP("Names", "fp32")},
    {"auto", QT_TRANSLATE_NOOP("Names", "automatic")},
};

constexpr Name kStops[] = {
    {"eos", QT_TRANSLATE_NOOP("Names", "complete")},
    {"length", QT_TRANSLATE_NOOP("Names", "cut at the limit")},
    {"stop_string", QT_TRANSLATE_NOOP("Names", "ended by a stop text")},
    {"cancelled", QT_TRANSLATE_NOOP("Names", "stopped by you")},
};

} // namespace

QString phaseText(const QString& phase) {
    return nameIn(kPhases, phase);
}

QString objectiveName(const QString& kind) {
    return nameIn(kObjectives, kind);
}

QString adapterName(const QString& kind) {
    return nameIn(kAdapters, kind);
}

QString formatName(const QString& format) {
    return nameIn(kFormats, format);
}

QString rowColumnName(const QString& column) {
    return nameIn(kRowColumns, column);
}

QString ledgerPartName(const QString& part) {
    return nameIn(kParts, part);
}

QString shortDtype(const QString& dtype) {
    return nameIn(kDtypes, dtype);
}

QString stopReasonText(const QString& reason) {
    return nameIn(kStops, reason);
}

} // namespace fettle::ui
