// Twenty steps against TRL (tests/golden/grpo.py, rloo.py, and ppo.py, which restates it): all of the stage and the
// step but the drawing itself.
#include "core/base/files.h"
#include "core/config/schedule.h"
#include "core/ops/weight_generation.h"
#include "core/optim/parameter_groups.h"
#include "core/train/rollouts.h"
#include "core/train/train_step.h"
#include "core/train/value_model.h"
#include "tests/support/golden_run.h"
#include "tests/support/test_main.h"

#include <utility>

using namespace fettle;
using namespace fettle::test;

namespace {

const Json& goldens(const std::string& file) {
    static std::map<std::string, Json> read;
    if (!read.contains(file))
        read[file] = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden" / (file + ".json"));
    return read[file];
}

// The golden's answers, one step's after the other's.
AnswerRequests recorded(const Json& completions, const TextSide& text) {
    std::vector<std::vector<TokenId>> all;
    for (const Json& step : completions)
        for (const Json& ids : step)
            all.push_back(ids.get<std::vector<TokenId>>());
    return [all, text, next = std::size_t{0}](const std::vector<GenerateRequest>& requests, const CancelFlag&) mutable {
        std::vector<Generation> answers;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            Generation answer{.ids = all.at(next++)};
            answer.text = text.tokenizer->decode(answer.ids, SpecialText::Skip);
            if (answer.ids.back() == text.stopIds.front()) {
                answer.stopId = answer.ids.back();
                answer.ids.pop_back();
            }
            answers.push_back(std::move(answer));
        }
        return answers;
    };
}

// A run without its trainer, whose answers are given.
class ReplayedRun {
public:
    ReplayedRun(const Json& golden, const TempRun& run)
        : m_parts(prepareRun(parseRunConfig(configOnCpu(golden, run)), {}, [](const Json&) {})),
          m_trainable(loadTrainable(m_parts, [](const Json&) {})), m_objective(makeObjective(m_parts.config.objective)),
          m_values(valuesOf(m_parts)), m_parameters(withValues(m_trainable, m_values)),
          m_optimizer(makeOptimizer(m_parts.config.optimizer, parameterGroups(m_parts.config.adapter, m_parameters))),
          m_batches(m_parts.inputs.data.train.rows, m_parts.config),
          m_rollouts(m_parts, m_objective, m_trainable, recorded(golden.at("completions"), m_parts.inputs.text), {},
                     m_values ? &*m_values : nullptr) {}

    StepResult step(std::int64_t index) {
        if (m_rollouts.drawsAt(index)) m_drawn = m_rollouts.draw(index, m_batches.step(index), {}, {});
        TrainStep step({.model = m_trainable.model(),
                        .adapters = m_trainable.adapters(),
                        .parameters = m_parameters,
                        .objective = m_objective,
                        .optimizer = *m_optimizer,
                        .processes = *m_processes,
                        .values = m_rollouts.values()},
                       {.maxGradNorm = m_parts.config.optimizer.maxGradNorm, .drawn = m_drawn->figures});
        const double rate = m_parts.plan.learningRate * scheduleFactor(m_parts.config.schedule, index,
                                                                       {.warmupSteps = m_parts.plan.warmupSteps,
                                                                        .totalSteps = m_batches.totalSteps(),
                                                                        .learningRate = m_parts.plan.learningRate});
        StepResult result = *step.take(index, m_drawn->window, rate);
        result.metrics.merge(std::exchange(m_drawn->metrics, {}));
        return result;
    }

private:
    static Json configOnCpu(const Json& golden, const TempRun& run) {
        Json config = configOfGolden(golden, run);
        config["device"] = "cpu";
        config["threads"] = 1;
        return config;
    }

    // The value model starts as the golden's.
    static std::optional<Trainable> valuesOf(const RunParts& parts) {
        if (!hasValueModel(parts.config)) return std::nullopt;
        Trainable values = loadValueModel(parts);
        for (const auto& [name, leaf] : values.parameters()) {
            const std::string prefix = name.starts_with("base_model") ? "" : "base_model.model.";
            if (values.isAdapter() || name.starts_with("score"))
                ops::writeWeight(leaf, formulaTensor(prefix + name, leaf.sizes()));
        }
        return values;
    }

    RunParts m_parts;
    Trainable m_trainable;
    Objective m_objective;
    std::optional<Trainable> m_values;
    NamedTensors m_parameters;
    std::unique_ptr<Optimizer> m_optimizer;
    std::unique_ptr<ProcessGroup> m_processes = alone();
    BatchPlan m_batches;
    Rollouts m_rollouts;
    std::optional<DrawnWindow> m_drawn;
};

void compare(const QString& what, double actual, double expected, double tolerance, double smallest) {
    const double gap = std::abs(actual - expected) / std::max(std::abs(expected), smallest);
    QVERIFY2(gap <= tolerance, qPrintable(QString("%1 is %2 instead of %3").arg(what).arg(actual).arg(expected)));
}

} // namespace

class GoldenDrawnTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lossGradientAndMetricsOfEachStep_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("name");
        for (const char* file : {"grpo", "rloo", "ppo"})
            for (const auto& [name, value] : goldens(file).items())
                QTest::addRow("%s %s", file, name.c_str()) << file << QString::fromStdString(name);
    }
    // A loss is a difference of parts of about 1 that nearly cancel: below 0.1 it is compared in parts of that.
    void lossGradientAndMetricsOfEachStep() {
        QFETCH(QString, file);
        QFETCH(QString, name);
        const Json& golden = goldens(file.toStdString()).at(name.toStdString());
        const TempRun folder;
        ReplayedRun run(golden, folder);

        for (std::size_t i = 0; i < golden.at("loss").size(); ++i) {
            const StepResult step = run.step(static_cast<std::int64_t>(i));
            const QString where = QString("step %1: ").arg(i + 1);
            compare(where + "loss", step.loss, golden.at("loss").at(i), 1e-4, 0.1);
            compare(where + "grad_norm", step.gradientNorm, golden.at("grad_norm").at(i), 1e-3, 0.01);
            for (const auto& [metric, values] : golden.at("metrics").items())
                if (!values.at(i).is_null())
                    compare(where + metric.c_str(), step.metrics.at(metric), values.at(i), 1e-3, 0.01);
        }
    }
};

FETTLE_TEST(GoldenDrawnTest)
#include "golden_drawn_test.moc"
