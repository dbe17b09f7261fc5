#include "ui/models/metric_model.h"

#include <cmath>

namespace fettle::ui {

namespace {

QString cell(double value) {
    return std::isfinite(value) ? QString::number(value, 'g', 10) : QString();
}

QStringList cellsAt(const MetricSeries& series, const QStringList& keys, std::size_t row) {
    QStringList cells;
    for (const QString& key : keys)
        cells << (row < series.size() ? cell(series.values(key)[row]) : QString());
    return cells;
}

} // namespace

QString MetricModel::toCsv(QChar separator) const {
    const MetricSeries& steps = m_history.steps;
    const MetricSeries& evaluations = m_history.evaluations;
    const QStringList stepKeys = steps.keys(), evaluationKeys = evaluations.keys();
    QStringList lines = {(QStringList{QStringLiteral("step"), QStringLiteral("tokens"), QStringLiteral("seconds")} +
                          stepKeys + evaluationKeys)
                             .join(separator)};
    std::size_t evaluation = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double step = steps.x(XAxis::Step)[i];
        while (evaluation < evaluations.size() && evaluations.x(XAxis::Step)[evaluation] < step)
            ++evaluation;
        const bool isEvaluated = evaluation < evaluations.size() && evaluations.x(XAxis::Step)[evaluation] == step;
        QStringList cells = {cell(step), cell(steps.x(XAxis::Tokens)[i]), cell(steps.x(XAxis::Seconds)[i])};
        cells += cellsAt(steps, stepKeys, i);
        cells += cellsAt(evaluations, evaluationKeys, isEvaluated ? evaluation : evaluations.size());
        lines << cells.join(separator);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace fettle::ui
