#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace fettle::cli {

struct VerbSummary {
    std::string_view name;
    std::string_view help;
};

// The verbs that need LibTorch. `fettle` lists them and hands them on; `fettle-engine` does them.
inline constexpr std::array kEngineVerbs = {
    VerbSummary{"devices", "Processors, GPUs, memory, what each precision needs"},
    VerbSummary{"train", "Run RUN_FOLDER/config.json, or resume it"},
    VerbSummary{"chat", "Talk to a model; with --json a server on stdin and stdout"},
    VerbSummary{"generate", "One answer to one prompt"},
    VerbSummary{"score", "Log-probabilities of given texts, or what a reward model says of them"},
    VerbSummary{"evaluate", "Whether a run did help: base and tuned on rows that it did not learn from"},
    VerbSummary{"compare", "Need you train? The same questions plain, with examples, thought over, and to adapters"},
    VerbSummary{"sweep", "The same run with several values of some settings, and which of them did best"},
    VerbSummary{"tokenizer-train", "A new SentencePiece tokenizer from text files"},
    VerbSummary{"merge", "Fold adapters into their base and write a model folder"},
    VerbSummary{"export", "A GGUF file for llama.cpp and Ollama, adapters folded in"},
    VerbSummary{"inspect", "What a model is made of, and what an adapter changed"},
    VerbSummary{"selftest", "Every operation against its float64 oracle on this machine"},
    VerbSummary{"bench", "Training and decoding speed beside the machine's ceilings"},
    VerbSummary{"demo", "Tune the bundled model on its bundled data, and compare"},
};

// The help of one of them.
[[nodiscard]] constexpr std::string_view engineVerbHelp(std::string_view name) {
    return std::ranges::find(kEngineVerbs, name, &VerbSummary::name)->help;
}

[[nodiscard]] constexpr bool isEngineVerb(std::string_view name) {
    return std::ranges::find(kEngineVerbs, name, &VerbSummary::name) != kEngineVerbs.end();
}

} // namespace fettle::cli
