#include "core/config/metrics.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <set>

using namespace fettle;

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // TRL 1.16.0, dpo_trainer.py and its like; the others are the engine's own.
    void everyObjectivesFiguresAreKnown_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("objective");
        const QStringList ofPairs{"rewards/chosen", "rewards/rejected", "rewards/accuracies", "rewards/margins",
                                  "logps/chosen",   "logps/rejected",   "logits/chosen",      "logits/rejected"};
        QTest::newRow("every run") << QStringList{"loss",  "grad_norm",         "learning_rate",
                                                  "epoch", "tokens_per_second", "memory_bytes"}
                                   << 0;
        QTest::newRow("sft") << QStringList{"entropy", "mean_token_accuracy"} << 0;
        QTest::newRow("dpo") << ofPairs + QStringList{"entropy", "mean_token_accuracy"} << 2;
        QTest::newRow("orpo") << ofPairs + QStringList{"nll_loss", "log_odds_ratio", "log_odds_chosen"} << 3;
        QTest::newRow("kto") << QStringList{"kl",           "rewards/chosen",  "rewards/rejected", "rewards/margins",
                                            "logps/chosen", "logits/rejected", "entropy"}
                             << 4;
        QTest::newRow("reward") << QStringList{"accuracy", "margin", "min_reward", "mean_reward", "max_reward"} << 5;
        const QStringList ofDrawn{"reward",
                                  "reward_std",
                                  "frac_reward_zero_std",
                                  "kl",
                                  "entropy",
                                  "completions/mean_length",
                                  "completions/min_length",
                                  "completions/max_length",
                                  "completions/clipped_ratio",
                                  "clip_ratio/low_mean",
                                  "clip_ratio/high_mean",
                                  "clip_ratio/region_mean"};
        QTest::newRow("grpo") << ofDrawn << 6;
        QTest::newRow("rloo") << ofDrawn << 7;
        QTest::newRow("ppo") << QStringList{"loss",
                                            "reward",
                                            "rewards/model/mean",
                                            "completions/mean_length",
                                            "objective/kl",
                                            "objective/scores",
                                            "objective/rlhf_reward",
                                            "objective/non_score_reward",
                                            "objective/entropy",
                                            "loss/policy_avg",
                                            "loss/value_avg",
                                            "policy/approxkl_avg",
                                            "policy/clipfrac_avg",
                                            "policy/entropy_avg",
                                            "val/clipfrac_avg",
                                            "val/ratio"}
                             << 8;
    }
    void everyObjectivesFiguresAreKnown() {
        QFETCH(QStringList, names);
        QFETCH(int, objective);
        const std::array<ObjectiveConfig, 9> objectives = {SftObjective{},  PretrainObjective{}, DpoObjective{},
                                                           OrpoObjective{}, KtoObjective{},      RewardObjective{},
                                                           GrpoObjective{}, RlooObjective{},     PpoObjective{}};

        for (const QString& name : names) {
            const Metric metric = metricNamed(name.toStdString());

            QVERIFY2(metric.text != metric.name, qPrintable(name));
            QVERIFY2(isReportedBy(metric, objectives.at(static_cast<std::size_t>(objective))), qPrintable(name));
        }
    }

    void everyRewardHasAFigure() {
        for (const std::string_view name : kRewardFuncs)
            if (name != "auto") {
                const Metric metric = metricNamed("rewards/" + std::string(name) + "/mean");
                QVERIFY2(metric.text != metric.name, metric.name.c_str());
            }
    }

    void namesAreUnique() {
        std::set<std::string> names, texts;
        for (const Metric& metric : metricCatalogue()) {
            QVERIFY2(names.insert(metric.name).second, metric.name.c_str());
            QVERIFY2(texts.insert(metric.text).second, metric.text.c_str());
        }
    }

    void exactFiguresAreNeverSmoothed() {
        for (const char* name : {"learning_rate", "tokens_per_second", "memory_bytes", "epoch"})
            QVERIFY2(metricNamed(name).isExact(), name);
        QVERIFY(!metricNamed("loss").isExact());
    }

    void anEvaluationIsItsMetricOverTheValidationRows() {
        const Metric accuracy = metricNamed("eval_rewards/accuracies");

        QCOMPARE(accuracy.name, std::string("eval_rewards/accuracies"));
        QCOMPARE(accuracy.text, metricNamed("rewards/accuracies").text);
        QVERIFY(accuracy.isEvaluation);
        QVERIFY(accuracy.better == Better::Higher);
        QVERIFY(accuracy.unit == MetricUnit::Share);
    }

    void anUnknownMetricGoesByItsWireName() {
        const Metric metric = metricNamed("rewards/new");

        QCOMPARE(metric.text, std::string("rewards/new"));
        QVERIFY(metric.unit == MetricUnit::Number);
        QVERIFY(metric.better == Better::Neither);
        QVERIFY(isReportedBy(metric, SftObjective{}));
    }

    void theLossHasTheUnitOfItsObjective() {
        QVERIFY(metricNamed("loss", SftObjective{}).unit == MetricUnit::NatsPerToken);
        QVERIFY(metricNamed("eval_loss", DpoObjective{}).unit == MetricUnit::NatsPerPair);
        QVERIFY(metricNamed("loss", DpoObjective{.lossType = "ipo"}).unit == MetricUnit::Number);
        QVERIFY(metricNamed("loss", OrpoObjective{}).unit == MetricUnit::Nats);
        QVERIFY(metricNamed("memory_bytes", OrpoObjective{}).unit == MetricUnit::Bytes);
    }

    void betterIsWhatTheMetricSays() {
        const Metric loss = metricNamed("eval_loss"), margin = metricNamed("eval_rewards/margins");

        QVERIFY(isBetter(loss, 0.5, 0.6) && !isBetter(loss, 0.6, 0.5) && !isBetter(loss, 0.5, 0.5));
        QVERIFY(isBetter(margin, 0.6, 0.5) && !isBetter(margin, 0.5, 0.6));
        QVERIFY(isBetter(loss, 0.5, std::nullopt));
        QVERIFY(!isBetter(loss, std::nan(""), std::nullopt) && !isBetter(margin, std::nan(""), 0.5));
        QVERIFY(!isBetter(metricNamed("entropy"), 1, 2) && !isBetter(metricNamed("entropy"), 2, 1));
    }

    // As transformers' greater_is_better has it for what ends with "loss", and not for the rest.
    void theBestEvaluationIsChosenByWhatHasADirection() {
        QCOMPARE(evaluationMetrics().front(), std::string("eval_loss"));
        for (const std::string& name : evaluationMetrics()) {
            QVERIFY2(metricNamed(name).better != Better::Neither, name.c_str());
            if (name.ends_with("loss")) QVERIFY2(metricNamed(name).better == Better::Lower, name.c_str());
        }
        QVERIFY(std::ranges::find(evaluationMetrics(), "eval_learning_rate") == evaluationMetrics().end());
    }
};

FETTLE_TEST(MetricsTest)
#include "metrics_test.moc"
