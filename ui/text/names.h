#pragma once

#include <QString>

namespace fettle::ui {

// Wire names as people read them; an unknown one stays as it is.

[[nodiscard]] QString phaseText(const QString& phase);       // "loading" -> Loading the model
[[nodiscard]] QString objectiveName(const QString& kind);    // "sft" -> SFT
[[nodiscard]] QString adapterName(const QString& kind);      // "lora" -> LoRA, "none" -> Full
[[nodiscard]] QString formatName(const QString& format);     // "prompt_completion" -> Prompt and completion
[[nodiscard]] QString rowColumnName(const QString& column);  // "chosen" -> Chosen
[[nodiscard]] QString ledgerPartName(const QString& part);   // "activations" -> Activations
[[nodiscard]] QString shortDtype(const QString& dtype);      // "bfloat16" -> bf16
[[nodiscard]] QString stopReasonText(const QString& reason); // "eos" -> complete, "length" -> cut at the limit

} // namespace fettle::ui
