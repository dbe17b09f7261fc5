// The engine on a device that is not the CPU, in every phase: the CPU's numbers, no tensor of the CPU among the
// device's, no more waiting than there has to be.
#include "core/adapter/merge.h"
#include "core/device/device.h"
#include "core/generate/generation.h"
#include "core/train/trainer.h"
#include "tests/support/byte_model.h"
#include "tests/support/compare.h"
#include "tests/support/host_device.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr int kSteps = 4;

std::string writeModelFolder(const std::filesystem::path& folder) {
    writeByteModel(folder);
    writeSafetensors(folder / "model.safetensors", tinyModel(readArchitecture(folder))->parameters());
    return folder.string();
}

Json rows(bool arePairs) {
    Json list = Json::array();
    for (int i = 0; i < 12; ++i) {
        const std::string answer = " " + std::to_string(i % 5 + 1);
        Json row = {{"prompt", "How many " + std::string(i % 5 + 1, 'a') + "?"}};
        row.update(arePairs ? Json{{"chosen", answer}, {"rejected", " none"}} : Json{{"completion", answer}});
        list.push_back(row);
    }
    return list;
}

// Dropout, accumulation, clipping, weight decay, evaluation, checkpoints: whatever a step can meet.
Json configOf(const TempRun& run, const Json& adapter, const Json& objective, const std::string& optimizer) {
    const Json list = rows(objective.at("kind") != "sft");
    return {
        {"model", {{"path", writeModelFolder(run.path() / "model")}, {"dtype", "float32"}}},
        {"data", {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", list)}}})}, {"validation_split", 0.2}}},
        {"objective", objective},
        {"adapter", adapter},
        {"optimizer", {{"kind", optimizer}, {"learning_rate", 1e-3}, {"weight_decay", 0.1}}},
        {"batch", {{"per_device_batch_size", 2}, {"gradient_accumulation_steps", 2}}},
        {"duration", {{"max_steps", kSteps}}},
        {"precision", {{"compute", "float32"}}},
        {"evaluation", {{"every_steps", 2}}},
        {"checkpoint", {{"every_steps", 2}}}};
}

// As runTraining, on a device that no configuration can name; from the last checkpoint if there is one.
RunHistory trainOn(const at::Device& device, const TempRun& run, std::int64_t stopAfter = kSteps,
                   const std::function<void(const Json&)>& watch = {}) {
    CancelFlag stop;
    CommandQueue commands(stop);
    EventLog log(run.folder().eventsFile(), [&](const std::string& line) {
        const Json event = parseJson(line, "event");
        if (watch) watch(event);
        if (event.at("type") == "step" && event.at("step") == stopAfter && stopAfter < kSteps)
            commands.push(StopCommand{});
    });
    const RunConfig config = readRunConfig(run.folder().configFile());
    const std::optional<RunState> resumed = CheckpointStore(run.folder(), config.model.path, {}).latest();
    RunParts parts = prepareRun(config, resumed, [](const Json&) {});
    parts.device = device;
    Trainable trainable = loadTrainable(parts, [](const Json&) {});
    Trainer trainer(std::move(parts), std::move(trainable), run.folder(), log, commands);
    (void)trainer.prepare();
    if (resumed) trainer.restore(*resumed);
    (void)trainer.run();
    return readHistory(run.folder().eventsFile());
}

std::vector<double> numbers(const RunHistory& history, const std::string& key) {
    std::vector<double> list;
    for (const auto* events : {&history.steps, &history.evaluations})
        for (const Json& event : *events)
            if (event.contains(key)) list.push_back(event.at(key));
    return list;
}

std::string resultOf(const TempRun& run) {
    const auto adapter = run.folder().adapterFolder() / "adapter_model.safetensors";
    return readFile(std::filesystem::exists(adapter) ? adapter : run.folder().modelFolder() / "model.safetensors");
}

const Json kLora = {{"kind", "lora"}, {"r", 4}, {"lora_alpha", 8}, {"lora_dropout", 0.1}};

} // namespace

class AnyDeviceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        setThreads(1);
        installHostDevice();
    }

    void tensorsOfTheCpuAmongTheDevicesAreRefused() {
        const at::Tensor own = at::ones({3}, hostDevice());

        QVERIFY_THROWS_EXCEPTION(c10::Error, (void)(own + at::ones({3})));
        QCOMPARE((own + 1).sum().item<double>(), 6.0);
    }

    void aRunHasTheCpusNumbers_data() {
        QTest::addColumn<QByteArray>("adapter");
        QTest::addColumn<QByteArray>("objective");
        QTest::addColumn<QString>("optimizer");
        const auto text = [](const Json& json) { return QByteArray::fromStdString(json.dump()); };
        const Json sft = {{"kind", "sft"}}, none = {{"kind", "none"}};
        QTest::newRow("LoRA") << text(kLora) << text(sft) << "adamw";
        QTest::newRow("full") << text(none) << text(sft) << "adamw";
        QTest::newRow("full, Adafactor") << text(none) << text(sft) << "adafactor";
        QTest::newRow("LoRA, 8-bit") << text(kLora) << text(sft) << "adamw_8bit";
        QTest::newRow("DPO") << text(kLora) << text({{"kind", "dpo"}}) << "adamw";
        QTest::newRow("ORPO") << text(kLora) << text({{"kind", "orpo"}}) << "adamw";
        QTest::newRow("prefix") << text({{"kind", "prefix_tuning"}, {"num_virtual_tokens", 3}}) << text(sft) << "adamw";
        QTest::newRow("prompt") << text({{"kind", "prompt_tuning"}, {"num_virtual_tokens", 3}}) << text(sft) << "adamw";
        QTest::newRow("IA3") << text({{"kind", "ia3"}}) << text(sft) << "adamw";
        QTest::newRow("bottleneck") << text({{"kind", "bottleneck"}}) << text(sft) << "adamw";
    }
    void aRunHasTheCpusNumbers() {
        QFETCH(QByteArray, adapter);
        QFETCH(QByteArray, objective);
        QFETCH(QString, optimizer);
        const auto configured = [&](const TempRun& run) {
            run.configure(configOf(run, parseJson(adapter.toStdString(), "adapter"),
                                   parseJson(objective.toStdString(), "objective"), optimizer.toStdString()));
        };
        TempRun onCpu, onDevice;
        configured(onCpu);
        configured(onDevice);

        const RunHistory expected = trainOn(at::kCPU, onCpu), actual = trainOn(hostDevice(), onDevice);

        for (const char* key : {"loss", "grad_norm", "eval_loss"}) {
            const auto right = numbers(expected, key), left = numbers(actual, key);
            QCOMPARE(left.size(), right.size());
            QVERIFY(!left.empty());
            for (std::size_t i = 0; i < left.size(); ++i)
                QVERIFY2(std::abs(left[i] - right[i]) <= 1e-4 * std::max(1e-3, std::abs(right[i])),
                         qPrintable(QString("%1 %2: %3, %4").arg(key).arg(i).arg(left[i], 0, 'g', 9).arg(right[i])));
        }
    }

    // Between two steps without evaluation and checkpoint: the step's figures come over in one piece, and nothing else.
    void aStepWaitsOnce() {
        TempRun run;
        Json config = configOf(run, kLora, {{"kind", "sft"}}, "adamw");
        config["evaluation"]["every_steps"] = -1;
        config["checkpoint"]["every_steps"] = -1;
        run.configure(config);
        std::vector<HostDeviceCounts> counts;

        trainOn(hostDevice(), run, kSteps, [&](const Json& event) {
            if (event.at("type") == "step") counts.push_back(hostDeviceCounts());
        });

        QCOMPARE(std::ssize(counts), kSteps);
        for (std::size_t i = 1; i < counts.size(); ++i) {
            QCOMPARE(counts[i].scalars - counts[i - 1].scalars, 0);
            QCOMPARE(counts[i].out - counts[i - 1].out, 1);
        }
    }

    void stoppedAndResumedIsTheSameRun_data() {
        QTest::addColumn<bool>("isAdapter");
        QTest::newRow("LoRA") << true;
        QTest::newRow("full") << false;
    }
    void stoppedAndResumedIsTheSameRun() {
        QFETCH(bool, isAdapter);
        const Json adapter = isAdapter ? kLora : Json{{"kind", "none"}};
        TempRun whole, halves;
        for (const TempRun* run : {&whole, &halves})
            run->configure(configOf(*run, adapter, {{"kind", "sft"}}, "adamw"));

        trainOn(hostDevice(), whole);
        trainOn(hostDevice(), halves, 3);
        trainOn(hostDevice(), halves);

        QVERIFY(resultOf(whole) == resultOf(halves));
    }

    void answersAreTheCpus_data() {
        QTest::addColumn<QByteArray>("sampling");
        QTest::newRow("greedy") << QByteArray(R"({"temperature": 0})");
        QTest::newRow("drawn") << QByteArray(
            R"({"temperature": 1.2, "top_k": 40, "top_p": 0.95, "min_p": 0.01, "repetition_penalty": 1.1, "logprobs": 3})");
    }
    void answersAreTheCpus() {
        QFETCH(QByteArray, sampling);
        TempRun folder;
        const std::filesystem::path path = writeModelFolder(folder.path() / "model");
        const auto tokenizer = Tokenizer::load(path);
        const auto answers = [&](const at::Device& device) {
            const auto model = loadModel(readArchitecture(path), TensorSource::openFolder(path), {.device = device});
            const Adapter adapter = tinyAdapter(*model);
            SamplingConfig config = parseSampling(parseJson(sampling.toStdString(), "sampling"));
            config.maxNewTokens = 12;
            std::vector<GenerateRequest> requests(2, {.prompt = {72, 105, 33}, .sampling = config});
            requests[1].adapters = {{adapter.slots(), 0.7}};
            hostDeviceCounts() = {};
            return generate(*model, tokenizer, requests, at::kFloat);
        };

        const auto onDevice = answers(hostDevice());
        const HostDeviceCounts counts = hostDeviceCounts();
        const auto onCpu = answers(at::kCPU);

        for (std::size_t i = 0; i < 2; ++i)
            QCOMPARE(onDevice[i].ids, onCpu[i].ids);
        QVERIFY(onCpu[0].ids != onCpu[1].ids);
        QCOMPARE(counts.out, 12); // the ids of each pass
        QCOMPARE(counts.scalars, 0);
    }

    void mergedWeightsAreTheCpus() {
        const auto merged = [](const at::Device& device) {
            const auto model = tinyModel(tinyArchitecture(), {.device = device});
            const Adapter adapter = tinyAdapter(*model);
            return merge(*model, {{&adapter, 0.5}}, at::kFloat);
        };

        const MergedModel onDevice = merged(hostDevice()), onCpu = merged(at::kCPU);

        QCOMPARE(onDevice.tensors.size(), onCpu.tensors.size());
        for (std::size_t i = 0; i < onCpu.tensors.size(); ++i)
            QVERIFY2(at::equal(onDevice.tensors[i].second.to(at::kCPU), onCpu.tensors[i].second),
                     onCpu.tensors[i].first.c_str());
    }
};

FETTLE_TEST(AnyDeviceTest)
#include "any_device_test.moc"
