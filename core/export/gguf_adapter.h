#pragma once

#include "core/adapter/adapter.h"

#include <filesystem>

namespace fettle {

// A LoRA by itself, as llama.cpp's --lora loads it beside a file of its base (llama.cpp convert_lora_to_gguf.py): pairs
// A [r, in] and B [out, r] in float32, their scale times `strength` in alpha. rsLoRA and patterns of ranks and alphas
// are folded into it. Error{BadUsage} for an adapter that is more than such pairs; Error{BadModel} as exportGguf;
// Error{AlreadyExists | DiskFull}.
void exportGgufAdapter(const CausalLM& base, const Adapter& adapter, double strength, const std::filesystem::path& out);

} // namespace fettle
