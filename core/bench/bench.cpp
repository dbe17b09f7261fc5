#include "core/bench/bench.h"

#include "core/adapter/adapter.h"
#include "core/bench/ceilings.h"
#include "core/bench/shapes.h"
#include "core/bench/timer.h"
#include "core/device/device.h"
#include "core/train/train_step.h"

#include <ATen/CPUGeneratorImpl.h>

#include <chrono>

namespace fettle {

namespace {

constexpr std::int64_t kRows = 4, kRowTokens = 256, kSeed = 1;
constexpr double kLearningRate = 1e-4;

std::vector<TokenizedExample> randomRows(std::int64_t vocabulary) {
    const at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(kSeed);
    std::vector<TokenizedExample> rows;
    for (std::int64_t row = 0; row < kRows; ++row) {
        const at::Tensor ids = at::randint(0, vocabulary, {kRowTokens}, generator, at::TensorOptions(at::kInt));
        rows.push_back(withOneAnswer({ids.const_data_ptr<int>(), ids.const_data_ptr<int>() + kRowTokens},
                                     std::vector<std::uint8_t>(kRowTokens, 1)));
    }
    return rows;
}

MicroBatch allOf(const std::vector<TokenizedExample>& rows) {
    MicroBatch batch{.rows = rows};
    for (std::int64_t row = 0; row < std::ssize(rows); ++row)
        batch.pieces.push_back({.row = row, .end = kRowTokens});
    return batch;
}

// 4N FLOP a token for LoRA, 6P for its own parameters, 4dV for the head, attention beside.
double flopsPerToken(const Architecture& a, double trained) {
    const auto linear = static_cast<double>(parameterCount(a) - a.vocabSize * a.hiddenSize);
    const auto head = static_cast<double>(a.vocabSize * a.hiddenSize);
    double attention = 0;
    for (const LayerSpec& layer : a.layers)
        attention += static_cast<double>(kRowTokens * layer.attention.heads * layer.attention.headDim);
    return 4 * linear + 4 * head + 6 * trained + 6 * attention;
}

struct TrainingSpeed {
    double seconds = 0, firstLoss = 0, lastLoss = 0, gradientNorm = 0;
};

TrainingSpeed timeTraining(const BenchOptions& options, const CausalLM& model, Adapter& adapter) {
    adapter.setTrainable(true);
    const AdapterSet adapters = {{.slots = adapter.slots()}};
    const Objective objective = makeObjective(SftObjective{});
    const auto optimizer = makeOptimizer({}, adapter.tensors());
    const auto processes = alone();
    const auto rows = randomRows(model.architecture().vocabSize);
    TrainStep train({.model = model,
                     .adapters = adapters,
                     .parameters = adapter.tensors(),
                     .objective = objective,
                     .optimizer = *optimizer,
                     .processes = *processes},
                    {.compute = options.compute});

    TrainingSpeed speed;
    const auto step = [&] {
        const auto result = train.take(0, {allOf(rows)}, kLearningRate);
        speed.gradientNorm = result->gradientNorm;
        speed.lastLoss = result->loss;
        if (speed.firstLoss == 0) speed.firstLoss = speed.lastLoss;
    };
    speed.seconds = medianSeconds(options.trainingSteps, options.device, step);
    if (speed.gradientNorm == 0 || !(speed.lastLoss < speed.firstLoss))
        throw Error{ErrorKind::Internal, "The training case did not learn, so its speed means nothing.", ""};
    return speed;
}

double timeDecoding(const BenchOptions& options, const CausalLM& model) {
    const at::NoGradGuard noGrad;
    KvCache cache(model.architecture(), 1, 64 + options.decodedTokens, options.compute, options.device);
    std::int64_t length = 0;
    const auto pass = [&](std::int64_t count) {
        const auto longs = at::TensorOptions(at::kLong).device(options.device);
        const at::Tensor rows = at::arange(length, length + count, longs);
        Batch batch{.tokens_N = at::ones({count}, longs),
                    .positions_N = rows,
                    .sequence_N = at::zeros({count}, longs),
                    .cacheRows_N = rows,
                    .maxPosition = length + count};
        batch.segments =
            std::make_shared<ops::Segments>(std::vector<ops::Segment>{{0, count, length, {{0, length + count, 0}}}});
        length += count;
        const at::Tensor hidden =
            model.hidden({.batch = batch, .adapters = {}, .cache = &cache, .compute = options.compute});
        (void)logits(model, hidden.slice(0, count - 1), options.compute).argmax(-1).item<std::int64_t>();
    };
    pass(32);
    const auto start = std::chrono::steady_clock::now();
    for (int token = 0; token < options.decodedTokens; ++token)
        pass(1);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / options.decodedTokens;
}

} // namespace

void runBench(const BenchOptions& options, const std::function<void(const Json&)>& report) {
    const Ceilings ceilings = measureCeilings(options.device, options.compute);
    report({{"case", "ceilings"},
            {"compute", dtypeName(options.compute)},
            {"product_flops", ceilings.productFlops},
            {"copy_bytes_per_second", ceilings.copyBandwidth}});

    const Architecture architecture = smolLm2_135m();
    const auto model = initModel(architecture, kSeed, {.dtype = options.compute, .device = options.device});
    Adapter adapter = Adapter::make(LoraConfig{.loraDropout = 0}, *model, kSeed);
    double trained = 0;
    for (const auto& [name, tensor] : adapter.tensors())
        trained += static_cast<double>(tensor.numel());

    backendOf(options.device).resetPeak(options.device.index());
    const TrainingSpeed training = timeTraining(options, *model, adapter);
    const double tokens = kRows * kRowTokens;
    const double flops = flopsPerToken(architecture, trained) * tokens / training.seconds;
    report({{"case", "train_lora_r16_smollm2_135m_4x256"},
            {"compute", dtypeName(options.compute)},
            {"tokens_per_second", tokens / training.seconds},
            {"seconds_per_step", training.seconds},
            {"flops", flops},
            {"share_of_product_ceiling", flops / ceilings.productFlops},
            {"grad_norm", training.gradientNorm},
            {"loss_first", training.firstLoss},
            {"loss_last", training.lastLoss},
            {"memory_bytes", backendOf(options.device).peakBytes(options.device.index())}});

    const double seconds = timeDecoding(options, *model);
    const double bytes =
        static_cast<double>(parameterCount(architecture)) * static_cast<double>(c10::elementSize(options.compute));
    report({{"case", "decode_smollm2_135m"},
            {"compute", dtypeName(options.compute)},
            {"tokens_per_second", 1 / seconds},
            {"bytes_per_second", bytes / seconds},
            {"share_of_copy_ceiling", bytes / seconds / ceilings.copyBandwidth}});
}

} // namespace fettle
