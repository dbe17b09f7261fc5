// Every objective and adapter as a person chooses them, trained by the real engine.
#include "tests/support/real_engine.h"
#include "tests/ui/pages/studio.h"

#include "ui/pages/train/train_page.h"
#include "ui/widgets/state_chip.h"

using namespace fettle;
using namespace fettle::ui;
using fettle::test::hasRealEngine;
using fettle::test::realEngine;
using fettle::test::Studio;

namespace {

constexpr int kPatience = 120000; // loading LibTorch from a cold disk takes its time

// By its segment, or by the menu behind the last one.
void choose(const Studio& studio, const char* control, const QString& value) {
    const auto* choice = studio.find<QWidget>(control);
    const QString name = QStringLiteral("choice.") + value;
    if (auto* segment = choice->findChild<QAbstractButton*>(name)) return segment->click();
    auto* action = choice->findChild<QAction*>(name);
    if (action == nullptr) return QTest::qFail(qPrintable(value), __FILE__, __LINE__);
    action->trigger();
}

// Words in common with the row's own answer, and nothing else; of short answers.
void chooseReward(const Studio& studio, TrainPage& page) {
    const auto controls = studio.window.findChildren<QWidget*>(QStringLiteral("config.objective.reward_funcs"));
    for (const QWidget* rewards : controls) { // one for each method that has rewards
        if (!rewards->isVisible()) continue;
        rewards->findChild<QAbstractButton*>(QStringLiteral("choice.rouge_l"))->click();
        rewards->findChild<QAbstractButton*>(QStringLiteral("choice.auto"))->click();
    }
    page.setField("objective.max_completion_length", 12);
}

std::string pocketData(const char* name) {
    return std::string(FETTLE_SOURCE "/resources/pocket/data/") + name;
}

} // namespace

class EveryMethodTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        if (!hasRealEngine()) QSKIP("fettle-engine was not built");
    }

    void isTrainedByClicks_data() {
        QTest::addColumn<QString>("objective");
        QTest::addColumn<QString>("adapter");
        QTest::addColumn<QString>("metric");
        const auto row = [](const char* objective, const char* adapter, const char* metric) {
            QTest::addRow("%s, %s", objective, adapter) << objective << adapter << metric;
        };
        row("dpo", "lora", "rewards/margins");
        row("orpo", "lora", "log_odds_chosen");
        row("cpo", "lora", "nll_loss");
        row("kto", "lora", "kl");
        row("reward", "lora", "accuracy");
        row("grpo", "lora", "reward");
        row("rloo", "lora", "kl");
        row("ppo", "lora", "objective/kl");
        row("sft", "none", "mean_token_accuracy");
        for (const char* adapter : {"prompt_tuning", "p_tuning", "prefix_tuning", "bottleneck", "ia3"})
            row("sft", adapter, "loss");
    }

    void isTrainedByClicks() {
        QFETCH(QString, objective);
        QFETCH(QString, adapter);
        QFETCH(QString, metric);
        Studio studio(realEngine());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        studio.open("trainPage");
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), kPatience);

        const bool drawsAnswers = QStringList{"grpo", "rloo", "ppo"}.contains(objective);
        const char* data = drawsAnswers || objective == QLatin1String("sft") ? "chat.jsonl" : "preferences.jsonl";
        page->useData({.path = pocketData(data), .limit = 40});
        choose(studio, "config.objective.kind", objective);
        choose(studio, "config.adapter.kind", adapter);
        if (drawsAnswers) chooseReward(studio, *page);
        page->setField("duration.max_steps", 2);
        page->setField("batch.per_device_batch_size", 2);
        QTRY_COMPARE_WITH_TIMEOUT(page->draft().config().duration.maxSteps, 2, kPatience);
        QTRY_VERIFY2_WITH_TIMEOUT(page->primaryAction()->isEnabled(), qPrintable(page->primaryAction()->text()),
                                  kPatience);
        studio.primary("trainPage");

        QTRY_VERIFY_WITH_TIMEOUT(studio.shows("runsPage"), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(studio.find<StateChip>("runState")->state(), RunState::Finished, kPatience);
        const QString run = studio.workspace.runs.folderAt(0);
        const MetricModel& metrics = studio.workspace.registry.record(run)->metrics();
        QTRY_VERIFY(!metrics.values(metric).empty());
        QVERIFY(std::isfinite(metrics.values(metric).back()));
    }
};

FETTLE_TEST(EveryMethodTest)
#include "every_method_test.moc"
