#pragma once

#include "core/config/run_config.h"
#include "core/run/run_folder.h"
#include "ui/models/metric_history.h"
#include "ui/text/run_state.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace fettle::ui {

// Null where the line is no JSON.
[[nodiscard]] Json eventOf(std::string_view line);

struct RunSample {
    std::int64_t step = 0;
    QString prompt, text;
};
struct RunProgress {
    QString phase; // wire name: loading, tokenizing ...; empty: no such work goes on
    std::int64_t done = 0, total = 0;
};

// What the events of a run say, as far as they came: starts joined, steps above a restart's resumed_from discarded. A
// finished run is read through this as well as a live one.
class RunData {
public:
    void apply(const Json& event);         // what is no event is counted
    void applyLine(std::string_view line); // of events.jsonl

    // Facts, filled by apply().
    MetricHistory metrics;
    std::vector<RunSample> samples;
    std::vector<Error> notes;              // warnings of the last start
    std::vector<std::int64_t> checkpoints; // steps
    std::int64_t step = 0, totalSteps = 0;
    double epoch = 0, loss = 0, tokens = 0, tokensPerSecond = 0;
    double seconds = 0;        // of training, all starts together
    double loadingSeconds = 0; // of the last start, until its first step began
    double totalSeconds = 0;   // of the last start, to its end; 0: it has none yet
    bool isInOneGo = true;     // it was neither resumed nor paused
    double secondsPerStep = 0; // lately
    std::optional<double> bestEvaluation, lastEvaluation;
    std::int64_t enginePid = 0; // of the last start
    std::int64_t parametersTotal = 0, parametersTrained = 0;
    QString device;
    QDateTime startedAt;                                    // the first start
    Json plan;                                              // null: none yet
    Json measuredMemory;                                    // by part, as the engine told it last; null: not yet
    QString evaluationMetric = QStringLiteral("eval_loss"); // whose best value counts
    RunProgress progress;
    RunState state = RunState::Idle; // Training where the log has no end yet
    std::optional<Error> failure;
    std::int64_t badLines = 0;

    std::int64_t resultStep = 0;              // whose weights the result has, where they are not the last ones
    [[nodiscard]] const Json& ledger() const; // the plan's memory by part; null: not yet
    [[nodiscard]] double secondsLeft() const; // 0: unknown
    [[nodiscard]] std::int64_t cuts() const { return m_cuts; } // how often a restart took steps back

private:
    void start(const Json& event);
    void takePlan(const Json& event);
    void takeProgress(const Json& event);
    void pause(const Json& event);
    void resume(const Json& event);
    void addStep(const Json& event);
    void addEvaluation(const Json& event);
    void addSample(const Json& event);
    void addCheckpoint(const Json& event);
    void addNote(const Json& event);
    void takeMemory(const Json& event);
    void end(const Json& event);
    void discardAbove(std::int64_t lastStep);
    [[nodiscard]] bool isKnown(const Json& event);

    std::optional<double> m_clockBefore; // `time` of the step before, in this start
    bool m_isFirstOfStart = true;
    std::int64_t m_cuts = 0;
    std::int64_t m_lastSequence = 0;
};

// A run folder as it lies on the disk.
struct StoredRun {
    QString folder;
    QString name;
    std::optional<RunConfig> config; // empty: unreadable
    QString problem;                 // why it is unreadable
    RunData data;
    std::int64_t eventBytes = 0; // of events.jsonl that `data` holds
    QString result;              // folder of the adapter or model; of a run without an end, of its last checkpoint
    std::int64_t resultStep = 0; // of that checkpoint, or of the best one in the result; 0: the run's last
    QDateTime settingsTime;      // when config.json was written
    quint64 stamp = 0;           // RunStamp::value; what is written after it was taken may be in `data` as well
};
// Error{FileNotFound} without the folder; anything else broken is told by `problem` and `badLines`.
[[nodiscard]] StoredRun readRun(const QString& folder);

// What was added to a run's events behind its first `from` bytes.
struct FurtherEvents {
    std::vector<Json> events;
    std::int64_t bytes = 0; // where the next reading goes on
    bool isOther = false;   // the file is shorter than it was: another one
};
[[nodiscard]] FurtherEvents readFurther(const QString& folder, std::int64_t from);

} // namespace fettle::ui
