// A run that was stopped and resumed leaves the same bytes as one that never was: every kind of adapter, objective and
// optimizer, whatever state of its own it has.
#include "core/base/files.h"
#include "core/source/adapters/adapter_files.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr std::int64_t kSteps = 6;

// As the objective reads it.
Json rowOf(const std::string& kind, const std::string& dog) {
    if (kind == "sft") return {{"text", "Once upon a time there was " + dog}};
    if (kind == "grpo" || kind == "rloo" || kind == "ppo")
        return {{"prompt", "Once upon a time there was"}, {"completion", " " + dog}};
    return {{"prompt", "There was"}, {"chosen", " " + dog}, {"rejected", " no dog."}};
}

Json rows(const std::string& kind) {
    Json list = Json::array();
    for (int i = 0; i < 24; ++i)
        list.push_back(rowOf(kind, std::string(i % 7 + 1, 'a') + " dog."));
    return list;
}

const Json kLora = {{"kind", "lora"}, {"r", 4}, {"lora_alpha", 8}, {"lora_dropout", 0.1}};

// What a stop and a resume may change: dropout, order, accumulation, clipping, weight decay, evaluation and best.
Json configOf(const TempRun& run, const Json& changes) {
    Json config = {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
                   {"data", {{"validation_split", 0.1}, {"max_length", 64}}},
                   {"adapter", kLora},
                   {"optimizer", {{"kind", "adamw"}, {"learning_rate", 2e-3}, {"weight_decay", 0.1}}},
                   {"batch", {{"per_device_batch_size", 2}, {"gradient_accumulation_steps", 2}}},
                   {"duration", {{"max_steps", kSteps}}},
                   {"precision", {{"compute", "float32"}}},
                   {"evaluation", {{"every_steps", 2}}},
                   {"checkpoint", {{"every_steps", 2}}}};
    for (const auto& [section, value] : changes.items())
        if (section == "adapter" || section == "objective")
            config[section] = value; // another kind has other keys
        else
            config[section].update(value);
    const std::string kind = config.value("objective", Json{{"kind", "sft"}}).at("kind");
    config["data"]["train"] = Json::array({{{"path", run.writeRows("rows.jsonl", rows(kind))}}});
    return config;
}

std::string resultBytes(const TempRun& run) {
    const auto adapter = run.folder().adapterFolder();
    return readFile(std::filesystem::exists(adapter) ? adapterFiles(adapter).weights
                                                     : run.folder().modelFolder() / "model.safetensors");
}

} // namespace

class ResumeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stoppedAndResumedIsTheSameRun_data() {
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<int>("stopAfter");
        const auto add = [](const char* name, const Json& changes, int stopAfter) {
            QTest::addRow("%s, stopped after step %d", name, stopAfter)
                << QByteArray::fromStdString(changes.dump()) << stopAfter;
        };
        const Json packed = {{"packing", true}}, one = {{"per_device_batch_size", 1}}, full = {{"kind", "none"}};
        for (const int stopAfter : {1, 2, 3}) {
            add("LoRA", Json::object(), stopAfter);
            add("LoRA, packed", {{"data", packed}, {"batch", one}}, stopAfter);
            add("full", {{"adapter", full}}, stopAfter);
            add("full, packed", {{"adapter", full}, {"data", packed}, {"batch", one}}, stopAfter);
        }
        const auto optimizer = [](const char* kind) { return Json{{"kind", kind}}; };
        add("full, bf16", {{"adapter", full}, {"precision", {{"compute", "bfloat16"}}}}, 3);
        add("full, Adafactor", {{"adapter", full}, {"optimizer", optimizer("adafactor")}}, 3);
        add("full, 8-bit AdamW", {{"adapter", full}, {"optimizer", optimizer("adamw_8bit")}}, 3);
        add("full, 8-bit Lion", {{"adapter", full}, {"optimizer", optimizer("lion_8bit")}}, 3);
        add("full, Muon", {{"adapter", full}, {"optimizer", optimizer("muon")}}, 3);
        add("prefix", {{"adapter", {{"kind", "prefix_tuning"}, {"num_virtual_tokens", 4}}}}, 3);
        add("prompt", {{"adapter", {{"kind", "prompt_tuning"}, {"num_virtual_tokens", 4}}}}, 3);
        add("P-tuning", {{"adapter", {{"kind", "p_tuning"}, {"num_virtual_tokens", 4}}}}, 3);
        add("P-tuning, LSTM",
            {{"adapter",
              {{"kind", "p_tuning"}, {"encoder_reparameterization_type", "LSTM"}, {"encoder_hidden_size", 16}}}},
            3);
        add("projected prefix", {{"adapter", {{"kind", "prefix_tuning"}, {"prefix_projection", true}}}}, 3);
        add("DoRA", {{"adapter", {{"kind", "lora"}, {"use_dora", true}}}}, 3);
        add("PiSSA", {{"adapter", {{"kind", "lora"}, {"r", 4}, {"init_lora_weights", "pissa"}}}}, 3);
        add("PiSSA, saved modules",
            {{"adapter",
              {{"kind", "lora"}, {"r", 4}, {"init_lora_weights", "pissa"}, {"modules_to_save", {"lm_head", "norm"}}}}},
            3);
        add("PiSSA, reward",
            {{"adapter", {{"kind", "lora"}, {"r", 4}, {"init_lora_weights", "pissa"}}},
             {"objective", {{"kind", "reward"}}}},
            3);
        add("LoRA+", {{"adapter", {{"kind", "lora"}, {"r", 4}, {"loraplus_lr_ratio", 4}}}}, 3);
        add("LoRA+, 8-bit AdamW",
            {{"adapter", {{"kind", "lora"}, {"loraplus_lr_ratio", 4}}}, {"optimizer", optimizer("adamw_8bit")}}, 3);
        add("saved modules",
            {{"adapter", {{"kind", "lora"}, {"modules_to_save", {"embed_tokens", "lm_head", "norm"}}}}}, 3);
        const Json template3 = {{"chat_template", "llama3"}};
        add("added tokens", {{"data", template3}}, 3);
        add("added tokens, PiSSA",
            {{"data", template3}, {"adapter", {{"kind", "lora"}, {"r", 4}, {"init_lora_weights", "pissa"}}}}, 3);
        add("full, added tokens", {{"data", template3}, {"adapter", full}}, 3);
        add("an added separator", {{"model", {{"add_special_tokens", {"<|sep|>"}}}}}, 3);
        const Json last = {{"kind", "none"}, {"last_layers", 2}, {"trainable", {"model.norm"}}};
        add("last layers", {{"adapter", last}}, 3);
        add("last layers, bf16", {{"adapter", last}, {"precision", {{"compute", "bfloat16"}}}}, 3);
        add("LoRA on 4 bits", {{"model", {{"quantization", {{"kind", "nf4"}}}}}}, 3);
        add("IA3", {{"adapter", {{"kind", "ia3"}}}}, 3);
        add("bottleneck", {{"adapter", {{"kind", "bottleneck"}}}}, 3);
        add("CPO", {{"objective", {{"kind", "cpo"}, {"loss_type", "simpo"}}}}, 3);
        add("DPO", {{"objective", {{"kind", "dpo"}}}}, 3);
        add("full, DPO", {{"adapter", full}, {"objective", {{"kind", "dpo"}}}}, 3);
        add("KTO", {{"objective", {{"kind", "kto"}}}}, 3);
        add("NEFTune", {{"objective", {{"kind", "sft"}, {"neftune_noise_alpha", 5}}}}, 3);
        add("full, dropout", {{"adapter", full}, {"model", {{"dropout", 0.1}}}}, 3);
        add("reward", {{"objective", {{"kind", "reward"}}}}, 3);
        add("full, reward", {{"adapter", full}, {"objective", {{"kind", "reward"}}}}, 3);
        add("ORPO", {{"objective", {{"kind", "orpo"}}}}, 3);
        const Json judged = {{"reward_funcs", {"rouge_l"}}, {"max_completion_length", 8}};
        add("best by the reward of held-out answers",
            {{"evaluation", {{"rewards", judged}, {"metric", "eval_reward"}}}, {"objective", {{"kind", "cpo"}}}}, 3);
        const Json drawn = {{"num_generations", 3}, {"max_completion_length", 6}, {"beta", 0.1}};
        const auto drawing = [&](const char* kind) {
            Json objective = drawn;
            objective["kind"] = kind;
            return objective;
        };
        add("GRPO", {{"objective", drawing("grpo")}}, 3);
        add("RLOO", {{"objective", drawing("rloo")}}, 3);
        Json twice = drawing("grpo");
        twice["num_iterations"] = 2;
        add("GRPO, answers of two steps", {{"objective", twice}}, 3);
        const Json valued = {{"kind", "ppo"}, {"max_completion_length", 6}, {"num_ppo_epochs", 2}};
        add("PPO", {{"objective", valued}}, 3);
        add("PPO, between draws", {{"objective", valued}}, 2);
        add("full, PPO", {{"adapter", full}, {"objective", valued}}, 3);
        add("full, GRPO", {{"adapter", full}, {"objective", drawing("grpo")}}, 3);
    }
    void stoppedAndResumedIsTheSameRun() {
        QFETCH(QByteArray, changes);
        QFETCH(int, stopAfter);
        const TempRun straight, interrupted;
        for (const TempRun* run : {&straight, &interrupted})
            run->configure(configOf(*run, parseJson(changes.toStdString(), "changes")));

        const RunHistory expected = straight.train();
        const auto isStop = [&](const Json& event) { return event["type"] == "step" && event["step"] == stopAfter; };
        const RunHistory stopped = interrupted.train(isStop);
        const RunHistory resumed = interrupted.train();

        QCOMPARE(std::ssize(expected.steps), kSteps);
        QCOMPARE(std::ssize(stopped.steps), stopAfter);
        QCOMPARE(std::ssize(resumed.steps), kSteps);
        for (std::int64_t i = 0; i < kSteps; ++i)
            for (const char* key : {"loss", "grad_norm", "learning_rate", "tokens"})
                QCOMPARE(resumed.steps[i].at(key).get<double>(), expected.steps[i].at(key).get<double>());
        QVERIFY(resultBytes(interrupted) == resultBytes(straight));
    }

    void dropoutChangesTheRun() {
        const TempRun with, without;
        Json adapter = kLora;
        adapter["lora_dropout"] = 0;
        with.configure(configOf(with, Json::object()));
        without.configure(configOf(without, {{"adapter", adapter}}));

        (void)with.train();
        (void)without.train();

        QVERIFY(resultBytes(with) != resultBytes(without));
    }
};

FETTLE_TEST(ResumeTest)
#include "resume_test.moc"
