// Answers that are drawn from the model in training, and what is made of them.
#include "core/base/resources.h"
#include "core/train/length_reward.h"
#include "core/train/rollout_metrics.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json chats() {
    Json rows = Json::array();
    for (const char* name : {"Memi", "Glera", "Noosk", "Roora", "Wumo", "Pelda", "Taira", "Fubby"})
        rows.push_back(
            {{"messages", Json::array({{{"role", "user"}, {"content", std::string("Who is ") + name + "?"}}})}});
    return rows;
}

// A pattern that some of the pocket model's answers hold, and no reference answer.
Json drawingRun(const TempRun& run, const Json& objective) {
    Json config = {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
                   {"data",
                    {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", chats())}}})},
                     {"validation_split", 0.0},
                     {"max_length", 96}}},
                   {"objective",
                    {{"kind", "grpo"},
                     {"num_generations", 4},
                     {"max_completion_length", 12},
                     {"reward_funcs", {"regex"}},
                     {"reward_pattern", "the"}}},
                   {"adapter", {{"kind", "lora"}, {"r", 8}, {"lora_dropout", 0.0}}},
                   {"optimizer", {{"kind", "adamw"}, {"learning_rate", 2e-3}}},
                   {"schedule", {{"kind", "constant"}, {"warmup_ratio", 0.0}}},
                   {"batch", {{"per_device_batch_size", 4}, {"gradient_accumulation_steps", 1}}},
                   {"duration", {{"max_steps", 12}}},
                   {"precision", {{"compute", "float32"}}},
                   {"checkpoint", {{"every_steps", -1}}}};
    if (objective.value("kind", "") == "ppo") config["objective"].erase("num_generations");
    if (objective.value("kind", "") == "ppo") config["batch"]["per_device_batch_size"] = 8;
    config["objective"].update(objective);
    return config;
}

double meanReward(const std::vector<Json>& steps, std::size_t begin, std::size_t end) {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i)
        sum += steps.at(i).at("reward").get<double>();
    return sum / static_cast<double>(end - begin);
}

} // namespace

class RolloutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // arXiv:2503.14476, eq. 13, with 10 tokens allowed and a cache of 4.
    void longAnswersArePunished() {
        QCOMPARE(lengthPunishment(6, 10, 4), 0.0);
        QCOMPARE(lengthPunishment(8, 10, 4), -0.5);
        QCOMPARE(lengthPunishment(10, 10, 4), -1.0);
        QCOMPARE(lengthPunishment(11, 10, 4), -1.0);
        QCOMPARE(lengthPunishment(10, 10, 0), 0.0);
    }

    void rewardsAddUpByTheirWeights() {
        const std::vector<DrawnAnswer> answers = {{.ids = {5, 6, 4}, .isWhole = true}, {.ids = {5}}};
        const auto giving = [](double a, double b) {
            return [a, b](std::span<const DrawnAnswer>) { return std::vector<double>{a, b}; };
        };
        const std::vector<Reward> rewards = {{.name = "json", .weight = 1, .judge = giving(1, 0)},
                                             {.name = "length", .weight = 0.5, .judge = giving(-1, 0)}};

        const auto metrics = metricsOf(answers, earnedBy(answers, rewards));

        QCOMPARE(metrics.at("reward"), 0.25);
        QCOMPARE(metrics.at("reward_std"), std::sqrt(0.125)); // of 0.5 and 0
        QCOMPARE(metrics.at("rewards/json/mean"), 0.5);
        QCOMPARE(metrics.at("rewards/length/mean"), -0.5);
        QCOMPARE(metrics.at("completions/mean_length"), 2.0);
        QCOMPARE(metrics.at("completions/clipped_ratio"), 0.5);
    }

    void theRewardRises_data() {
        QTest::addColumn<QByteArray>("objective");
        QTest::newRow("grpo") << QByteArray("{}");
        QTest::newRow("ppo") << QByteArray(R"({"kind": "ppo", "num_ppo_epochs": 1, "temperature": 1})");
        QTest::newRow("rloo") << QByteArray(R"({"kind": "rloo", "beta": 0.01})");
    }
    void theRewardRises() {
        QFETCH(QByteArray, objective);
        const TempRun run;
        run.configure(drawingRun(run, parseJson(objective.toStdString(), "objective")));

        const std::vector<Json> steps = run.train().steps;

        QCOMPARE(std::ssize(steps), 12);
        const double before = meanReward(steps, 0, 3), after = meanReward(steps, 9, 12);
        QVERIFY2(after > before + 0.2, qPrintable(QString("from %1 to %2").arg(before).arg(after)));
    }

    void heldOutPromptsAreAnsweredAsWell() {
        const TempRun run;
        Json config = drawingRun(run, Json::object());
        config["data"]["validation_split"] = 0.25;
        config["duration"]["max_steps"] = 1;
        config["evaluation"] = {{"metric", "eval_reward"}};
        run.configure(config);

        const RunHistory history = run.train();

        const Json& evaluation = history.evaluations.back();
        QVERIFY(evaluation.at("eval_reward") >= 0.0 && evaluation.at("eval_reward") <= 1.0);
        QVERIFY(evaluation.contains("eval_completions/mean_length"));
    }

    void anotherModelGivesNoScores() {
        const TempRun run;
        const std::string pocket = (resourceFolder() / "pocket").string();
        run.configure(drawingRun(run, {{"reward_funcs", {"model"}}, {"reward_model_path", pocket}}));
        try {
            (void)run.train();
            QFAIL("started");
        } catch (const Error& error) {
            QCOMPARE(error.facts.at("key"), std::string("objective.reward_model_path"));
        }
    }

    void aRewardThatComparesNeedsAnswers() {
        const TempRun run;
        run.configure(drawingRun(run, {{"reward_funcs", {"exact_match"}}, {"reward_pattern", ""}}));
        try {
            (void)run.train();
            QFAIL("started");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadConfig);
            QVERIFY(error.message.find("prompts with an answer") != std::string::npos);
        }
    }
};

FETTLE_TEST(RolloutsTest)
#include "rollouts_test.moc"
