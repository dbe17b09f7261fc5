#pragma once

#include "core/plan/plan.h"

namespace fettle::test {

// SmolLM2-135M's shapes (config.json of HuggingFaceTB/SmolLM2-135M).
inline Architecture smolLm2() {
    return parseArchitecture({{"model_type", "llama"},
                              {"hidden_size", 576},
                              {"intermediate_size", 1536},
                              {"num_hidden_layers", 30},
                              {"num_attention_heads", 9},
                              {"num_key_value_heads", 3},
                              {"vocab_size", 49152},
                              {"max_position_embeddings", 8192},
                              {"rms_norm_eps", 1e-5},
                              {"rope_theta", 100000},
                              {"tie_word_embeddings", true}});
}

// Rows of `length` tokens, all targets but the first.
inline PreparedData rowsOf(std::int64_t count, std::int64_t length) {
    PreparedData data;
    for (std::int64_t line = 1; line <= count; ++line)
        data.train.rows.push_back(withOneAnswer(std::vector<TokenId>(static_cast<std::size_t>(length), 7),
                                                std::vector<std::uint8_t>(static_cast<std::size_t>(length), 1),
                                                {.file = "rows.jsonl", .line = line}));
    data.train.counts = {.read = count, .used = count, .tokens = count * length, .trainedTokens = count * (length - 1)};
    return data;
}

// A walk through every part of a plan.
inline RunConfig walkThrough() {
    RunConfig run;
    run.data.train = {{.path = "rows.jsonl"}};
    run.data.validationSplit = 0;
    run.adapter = LoraConfig{.r = 6, .loraAlpha = 8, .loraDropout = 0.05};
    run.schedule = {.kind = ConstantSchedule{}, .warmupRatio = 0.03};
    run.batch = {.perDeviceBatchSize = 2, .gradientAccumulationSteps = 2};
    run.model.dtype = "float32";
    run.precision.compute = "bfloat16";
    run.gradientCheckpointing = "on";
    return run;
}

inline DeviceFacts bigCpu() {
    return {.device = "cpu", .memoryBytes = 64'000'000'000, .threads = 2, .nativeBf16 = true};
}

} // namespace fettle::test
