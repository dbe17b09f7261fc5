#include "core/plan/memory.h"

#include "tests/core/plan/small_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr std::uint64_t kModel = 134'515'008;
constexpr std::uint64_t kAdapter = 1'831'680;

MemoryInputs lora(const std::string& compute, const std::string& stored) {
    return {.adapterParameters = kAdapter,
            .optimizerBytes = 8 * kAdapter, // AdamW
            .tokens = 1024,
            .computeDtype = compute,
            .modelDtype = stored};
}

MemoryInputs full(const std::string& compute) {
    return {.optimizerBytes = 8 * kModel, .tokens = 1024, .computeDtype = compute, .modelDtype = compute};
}

MemoryInputs checkpointed(MemoryInputs inputs) {
    inputs.checkpointing = true;
    return inputs;
}

Plan planWith(const std::string& checkpointing, std::uint64_t memoryBytes) {
    RunConfig run = walkThrough();
    run.gradientCheckpointing = checkpointing;
    DeviceFacts device = bigCpu();
    device.memoryBytes = memoryBytes;
    return makePlan(run, smolLm2(), rowsOf(8, 1000), device);
}

ModuleSpec head() {
    return {.name = "lm_head", .kind = ModuleKind::Head, .outFeatures = 49152, .inFeatures = 576};
}

} // namespace

class MemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void adamWOfAnAdapterTakesSixteenBytesAParameter() {
        const MemoryLedger memory = predictMemory(smolLm2(), lora("float32", "float32"));

        QCOMPARE(memory.weights, 4 * kModel);
        QCOMPARE(memory.adapter + memory.gradients + memory.optimizer, 16 * kAdapter);
    }

    // Cast for products, and its gradient's chunk widened in place of what a frozen head keeps of each hidden state.
    void aHeadTrainedWholeHasACastCopy() {
        MemoryInputs inputs = lora("bfloat16", "bfloat16");
        const MemoryLedger frozen = predictMemory(smolLm2(), inputs);
        inputs.savedModules = {head()};
        const MemoryLedger trained = predictMemory(smolLm2(), inputs);

        QCOMPARE(trained.adapter - frozen.adapter, std::uint64_t{49152} * 576 * 2);
        inputs.computeDtype = inputs.modelDtype = "float32";
        QCOMPARE(predictMemory(smolLm2(), inputs).adapter, frozen.adapter);
    }

    void aKeptStartIsAsLargeAsTheAdapter() {
        MemoryInputs inputs = lora("float32", "float32");
        inputs.startParameters = inputs.adapterParameters;
        QCOMPARE(predictMemory(smolLm2(), inputs).adapter, 8 * kAdapter);
    }

    void fullTuningTakesSixteenBytesAParameter() {
        const MemoryLedger memory = predictMemory(smolLm2(), full("float32"));

        QCOMPARE(memory.adapter, std::uint64_t{0});
        QCOMPARE(memory.weights + memory.gradients + memory.optimizer, 16 * kModel);
        QCOMPARE(memory.optimizer, std::uint64_t{1'076'120'064}); // 8 x 134,515,008
    }

    void storedTypeDecidesTheWeights() {
        QCOMPARE(predictMemory(smolLm2(), lora("bfloat16", "bfloat16")).weights, 2 * kModel);
        // 3,538,944 a layer in linears, and the tied head's 49,152 x 576 that are no parameters of their own.
        const std::uint64_t linears = 30 * 3'538'944 + 49'152 * 576;
        QCOMPARE(predictMemory(smolLm2(), lora("bfloat16", "float32")).weights, 4 * kModel + 2 * linears);
        QCOMPARE(predictMemory(smolLm2(), full("bfloat16")).weights, 4 * kModel + 2 * linears);
    }

    void activationsAreTheSavedSetOfEveryLayer() {
        // Elements of a layer: 4 x 576 + 2 (9 + 3) 64 + 3 x 1,536 = 8,448, and 9 log-sum-exps of 4 bytes.
        const std::uint64_t layer = 8448 * 2 + 36, stream = 2 * 576 * 2;

        QCOMPARE(predictMemory(smolLm2(), lora("bfloat16", "bfloat16")).activations, 1024 * (30 * layer + stream));
        QCOMPARE(predictMemory(smolLm2(), checkpointed(lora("bfloat16", "bfloat16"))).activations, 1024 * 31 * stream);
    }

    void lossHoldsOneChunkOfLogits() {
        QCOMPARE(predictMemory(smolLm2(), lora("float32", "float32")).loss, 256u * 49'152 * 4 + 1024u * 576 * 4);
        QCOMPARE(predictMemory(smolLm2(), lora("bfloat16", "bfloat16")).loss, 256u * 49'152 * 2 + 1024u * 576 * 2);
        QCOMPARE(predictMemory(smolLm2(), full("bfloat16")).loss, 256u * 49'152 * 2);
    }

    // Without accumulation: the head's gradient beside all activations, or all gradients beside hardly any.
    void fullTuningPeaksWhereBackwardBeginsOrEnds() {
        const std::uint64_t head = 49'152ull * 576 * 4;
        MemoryInputs inputs = full("float32");
        const MemoryLedger begins = predictMemory(smolLm2(), inputs);
        QCOMPARE(begins.overlap, begins.gradients - head);
        inputs.tokens = 128;
        const MemoryLedger ends = predictMemory(smolLm2(), inputs);
        QCOMPARE(ends.gradients + ends.activations + ends.loss - ends.overlap,
                 4 * kModel + head); // tied: the embedding's comes twice
        inputs.accumulates = true;
        QCOMPARE(predictMemory(smolLm2(), inputs).overlap, std::uint64_t{0});
    }

    // 3 heads of 64 for keys and values in 30 layers; room for 100 tokens is 128, and one layer's 64 are there once
    // more while it grows. Nothing else of a step is there by then.
    void drawnAnswersKeepTheirKeysAndValues() {
        MemoryInputs inputs = lora("float32", "float32");
        const MemoryLedger without = predictMemory(smolLm2(), inputs);
        inputs.streams = 8;
        inputs.streamTokens = 100;
        const MemoryLedger drawing = predictMemory(smolLm2(), inputs);

        const std::uint64_t layer = 2 * 3 * 64 * 4;
        QCOMPARE(drawing.generation, 8 * (128 * 30 * layer + 64 * layer + 49'152u * 8));
        QCOMPARE(drawing.total(), without.total()); // the step itself takes more
        inputs.copies = 1;
        QCOMPARE(predictMemory(smolLm2(), inputs).weights, without.weights + 4 * kModel);
    }

    // The same decoder again with what it trains, and a score of 576 numbers; its head's logits are not there.
    void aValueModelIsASecondModel() {
        MemoryInputs inputs = lora("float32", "float32");
        const MemoryLedger without = predictMemory(smolLm2(), inputs);
        inputs.learnsValues = true;
        const MemoryLedger valued = predictMemory(smolLm2(), inputs);

        QCOMPARE(valued.weights, 2 * without.weights + 576 * 4);
        QCOMPARE(valued.adapter, 2 * without.adapter);
        QCOMPARE(valued.gradients, 2 * without.gradients);
        QCOMPARE(valued.optimizer, 2 * without.optimizer);
        QCOMPARE(valued.activations, 2 * without.activations);
        QVERIFY(valued.loss < 2 * without.loss);
    }

    void theTotalIsTheSumOfTheParts() {
        QCOMPARE((MemoryLedger{.weights = 1,
                               .adapter = 2,
                               .gradients = 4,
                               .optimizer = 8,
                               .activations = 16,
                               .loss = 32,
                               .runtime = 64}
                      .total()),
                 std::uint64_t{127});
    }

    void checkpointingComesOnAboveFourFifthsOfTheMemory() {
        const std::uint64_t needed = planWith("off", 0).memory.total();

        QVERIFY(!planWith("auto", needed * 10 / 7).gradientCheckpointing);
        QVERIFY(planWith("auto", needed * 10 / 9).gradientCheckpointing);
        QVERIFY(planWith("auto", needed * 10 / 9).memory.activations < planWith("off", 0).memory.activations);
        QVERIFY(!planWith("off", needed / 2).gradientCheckpointing);
        QVERIFY(planWith("on", needed * 2).gradientCheckpointing);
        QVERIFY(!planWith("auto", 0).gradientCheckpointing);
    }

    void whatCannotFitIsRefusedWithWhatSavesMemory() {
        const Plan plan = planWith("off", 0);
        const std::uint64_t needed = plan.memory.total();
        const Plan refused = planWith("off", needed - 1);

        QVERIFY(!refused.canStart());
        QCOMPARE(refused.warnings.back().key, std::string("batch.per_device_batch_size"));
        QVERIFY(planWith("off", needed).canStart());

        // Checkpointing saves what its own prediction has less.
        const MemorySaving& first = plan.savings.front();
        QCOMPARE(first.key, std::string("gradient_checkpointing"));
        QCOMPARE(first.bytes, needed - planWith("on", 0).memory.total());
        QVERIFY(refused.warnings.back().hint.find("gradient_checkpointing on saves") != std::string::npos);
        QVERIFY(refused.warnings.back().hint.find("and is enough") != std::string::npos);
    }
};

FETTLE_TEST(MemoryTest)
#include "memory_test.moc"
