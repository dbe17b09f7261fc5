// evaluation.rewards: what answers to held-out prompts earn says which step of a run is best.
#include "core/base/files.h"
#include "core/source/adapters/adapter_files.h"
#include "core/train/checkpoint.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json exchange(const std::string& question, const std::string& answer) {
    return {{"messages",
             Json::array({{{"role", "user"}, {"content", question}}, {{"role", "assistant"}, {"content", answer}}})}};
}

Json questions() {
    Json list = Json::array();
    for (const char* name : {"Memi", "Glera", "Noosk", "Roora", "Wumo", "Pelda", "Taira", "Fubby"})
        list.push_back(exchange(std::string("Who is ") + name + "?", std::string(name) + " is a dog."));
    return list;
}

// Supervised tuning whose held-out loss and whose reward (short answers) go different ways.
Json rewardedRun(const TempRun& run, const Json& rewards) {
    return {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
            {"data",
             {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", questions())}}})},
              {"validation_split", 0.25},
              {"max_length", 96}}},
            {"adapter", {{"kind", "lora"}, {"r", 8}, {"lora_dropout", 0.0}}},
            {"optimizer", {{"kind", "adamw"}, {"learning_rate", 5e-3}}},
            {"schedule", {{"kind", "constant"}, {"warmup_ratio", 0.0}}},
            {"batch", {{"per_device_batch_size", 2}, {"gradient_accumulation_steps", 1}}},
            {"duration", {{"max_steps", 11}}},
            {"precision", {{"compute", "float32"}}},
            {"evaluation", {{"every_steps", 1}, {"metric", "eval_reward"}, {"rewards", rewards}}}};
}

const Json kMostlyShort = {{"reward_funcs", {"rouge_l", "length"}},
                           {"reward_weights", {1.0, 0.5}},
                           {"soft_punish_length", 16},
                           {"soft_punish_cache", 12},
                           {"max_completion_length", 20}};

std::string weightsIn(const std::filesystem::path& folder) {
    return readFile(adapterFiles(folder).weights);
}

std::string problemOf(const TempRun& run) {
    try {
        (void)run.train();
    } catch (const Error& error) {
        return error.facts.at("key") + ": " + error.message;
    }
    return "started";
}

} // namespace

class EvaluationRewardsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStepThatEarnsMostIsKept() {
        const TempRun run;
        run.configure(rewardedRun(run, kMostlyShort));

        const RunHistory history = run.train();

        QCOMPARE(std::ssize(history.evaluations), 11);
        std::int64_t best = 0;
        double most = -1e9;
        for (const Json& evaluation : history.evaluations) {
            const double reward = evaluation.at("eval_reward");
            const double parts = evaluation.at("eval_rewards/rouge_l/mean").get<double>() +
                                 0.5 * evaluation.at("eval_rewards/length/mean").get<double>();
            QVERIFY(std::abs(reward - parts) < 1e-12);
            if (reward > most) best = evaluation.at("step");
            most = std::max(most, reward);
        }
        QVERIFY(best > 1 && best < 11); // neither end of the run, which would be taken without a look at the reward
        QCOMPARE(parseJson(readFile(run.folder().bestFile()), "best.json").at("step").get<std::int64_t>(), best);
        QCOMPARE(weightsIn(run.folder().adapterFolder()), weightsIn(run.folder().checkpointFolder(best) / "adapter"));
    }

    // Two evaluations in a row that earn no more end the run.
    void aRunEndsWhereItEarnsNoMore() {
        const TempRun run;
        Json config = rewardedRun(run, {{"reward_funcs", {"regex"}}, {"reward_pattern", "$.x"}}); // nothing holds it
        config["evaluation"]["early_stopping_patience"] = 2;
        run.configure(config);

        const RunHistory history = run.train();

        QCOMPARE(std::ssize(history.steps), 3);
        QCOMPARE(history.evaluations.back().at("eval_reward").get<double>(), 0.0);
        QCOMPARE(parseJson(readFile(run.folder().bestFile()), "best.json").at("step").get<int>(), 1);
    }

    void theMetricNeedsRewards() {
        const TempRun run;
        run.configure(rewardedRun(run, Json::object()));
        const std::string problem = problemOf(run);
        QVERIFY2(problem.starts_with("evaluation.metric: "), problem.c_str());
    }

    void rowsWithoutPromptsCannotBeAsked() {
        const TempRun run;
        Json config = rewardedRun(run, kMostlyShort);
        Json texts = Json::array();
        for (int i = 0; i < 8; ++i)
            texts.push_back({{"text", "Once upon a time there was a dog."}});
        config["data"]["train"] = Json::array({{{"path", run.writeRows("texts.jsonl", texts)}}});
        run.configure(config);
        const std::string problem = problemOf(run);
        QVERIFY2(problem.starts_with("evaluation.rewards.reward_funcs: "), problem.c_str());
    }

    void theLossOfASetMayDecide() {
        const TempRun run;
        Json config = rewardedRun(run, Json::object());
        const Json texts = Json::array({{{"text", "Once upon a time there was a dog."}}});
        config["evaluation"] = {
            {"every_steps", 1},
            {"metric", "eval_tales_loss"},
            {"sets", Json::array({{{"name", "tales"}, {"path", run.writeRows("texts.jsonl", texts)}}})}};
        run.configure(config);

        const RunHistory history = run.train();

        const auto best = std::ranges::min_element(history.evaluations, {}, [](const Json& evaluation) {
            return evaluation.at("eval_tales_loss").get<double>();
        });
        QCOMPARE(parseJson(readFile(run.folder().bestFile()), "best.json").at("step"), best->at("step"));
    }
};

FETTLE_TEST(EvaluationRewardsTest)
#include "evaluation_rewards_test.moc"
