#pragma once

#include "ui/models/metric_history.h"

#include <QObject>

#include <limits>
#include <map>

namespace fettle::ui {

// One run's figures for charts and tables, growing while it trains.
class MetricModel : public QObject {
    Q_OBJECT
public:
    explicit MetricModel(QObject* parent = nullptr);

    void setHistory(MetricHistory history); // takes the place of everything
    [[nodiscard]] const MetricHistory& history() const { return m_history; }

    // Where all changes go; call changed() once after a batch of them.
    [[nodiscard]] MetricHistory& edit() { return m_history; }
    void notifyAppended();
    void notifyReset();

    [[nodiscard]] QStringList stepKeys() const { return m_history.steps.keys(); }
    [[nodiscard]] QStringList evaluationKeys() const { return m_history.evaluations.keys(); }
    [[nodiscard]] const std::vector<double>& x(XAxis axis) const { return m_history.steps.x(axis); }
    [[nodiscard]] const std::vector<double>& values(const QString& key) const { return m_history.steps.values(key); }
    // Exponential moving average, debiased; weight 0 is the raw curve, 0.6 the usual, below 1. Kept between calls and
    // extended as values arrive.
    [[nodiscard]] const std::vector<double>& smoothed(const QString& key, double weight) const;
    // The validation points of a curve: "loss" has "eval_loss". Empty key: none.
    [[nodiscard]] static QString evaluationKeyOf(const QString& stepKey);

    // A tab or comma separated table of all steps and evaluations, with a head. Numbers with a point, for programs.
    [[nodiscard]] QString toCsv(QChar separator = QLatin1Char(',')) const;

Q_SIGNALS:
    void appended(); // rows were added at the end
    void wasReset(); // anything may have changed

private:
    struct Smooth {
        double weight = 0, average = 0, correction = 0;
        std::vector<double> values;
    };
    MetricHistory m_history;
    mutable std::map<QString, Smooth> m_smooth;
};

// A few points for a sparkline: means of equal stretches.
[[nodiscard]] std::vector<double> sparkline(const std::vector<double>& values, int points = 48);

} // namespace fettle::ui
