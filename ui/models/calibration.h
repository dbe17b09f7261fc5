#pragma once

#include "core/plan/plan.h"
#include "ui/models/run_data.h"
#include "ui/tasks/run_in_background.h"

#include <QObject>

#include <optional>
#include <vector>

namespace fettle::ui {

// What makes two runs take equally long for a token.
struct RunKind {
    std::string model, device, precision, method; // "pocket", "cpu", "float32", "sft lora"
    std::int64_t rows = 0, threads = 0;           // of a micro-batch
    bool checkpointing = false;
    bool operator==(const RunKind&) const = default;
};
[[nodiscard]] RunKind runKind(const RunConfig& config, const Plan& plan);

// What one run was measured to take.
struct Measurement {
    RunKind kind;
    double loadingSeconds = 0;  // before its first step
    double secondsPerToken = 0; // after that, evaluations and checkpoints included
};
// Of a run that trained from its first step to its end at one go; nothing: it did not.
[[nodiscard]] std::optional<Measurement> measurementOf(const StoredRun& run);

struct TimeRange {
    double least = 0, most = 0; // seconds
};

// How long runs take on this machine: measured by runs that ended, kept in a file of the user's, never guessed.
class Calibration : public QObject {
    Q_OBJECT
public:
    explicit Calibration(QString file, QObject* parent = nullptr);

    void read();                           // in the background
    void learnFrom(const QString& folder); // of a run that ended; in the background
    // Narrow from a run of the same kind, wide from a related one on the same device; nothing: unknown.
    [[nodiscard]] std::optional<TimeRange> estimate(const RunConfig& config, const Plan& plan) const;

Q_SIGNALS:
    void changed();

private:
    void take(std::vector<Measurement> measurements);

    QString m_file;
    std::vector<Measurement> m_measurements; // one a kind, the latest last
};

} // namespace fettle::ui
