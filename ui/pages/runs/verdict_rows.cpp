#include "ui/pages/runs/verdict_rows.h"

#include "ui/pages/verdict_words.h"
#include "ui/text/json_values.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <cmath>

namespace fettle::ui {

namespace {

struct Verdicts {
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::Verdicts)
};

const QString kUnknown = QStringLiteral("\u2013");

using Writer = QString (*)(double);

QString signedText(std::optional<double> value, Writer write) {
    if (!value) return kUnknown;
    const QString size = write(std::abs(*value));
    return *value == 0 ? size : (*value < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + size;
}

QString plainText(std::optional<double> value, Writer write) {
    return value ? write(*value) : kUnknown;
}

FactsModel::Row figureRow(const QString& name, const Json& figure, Writer write) {
    return {
        .name = name,
        .key = {},
        .values = {plainText(numberIn(figure, "base"), write), plainText(numberIn(figure, "tuned"), write),
                   signedText(numberIn(figure, "difference"), write),
                   //: From one bound of an interval to the other.
                   Verdicts::tr("%1 to %2")
                       .arg(signedText(numberIn(figure, "low"), write), signedText(numberIn(figure, "high"), write)),
                   verdictText(textIn(figure, "verdict"))}};
}

QString scoreText(const Json& row, const char* side) {
    return percentText(numberIn(row, side).value_or(0));
}

void addRows(std::vector<FactsModel::Row>& rows, const Json& list) {
    for (const Json& row : list)
        rows.push_back(
            {.name = textIn(row, "question"),
             .key = textIn(row, "origin"),
             .values = {textIn(row, "expected"), textIn(row, "base"), textIn(row, "tuned"),
                        scoreText(row, "base_score") + QStringLiteral(" \u2192 ") + scoreText(row, "tuned_score")}});
}

} // namespace

QStringList verdictColumns() {
    return {Verdicts::tr("Base"), Verdicts::tr("Tuned"), Verdicts::tr("Difference"), Verdicts::tr("95 % interval"),
            Verdicts::tr("Tuned is")};
}

std::vector<FactsModel::Row> verdictRows(const Json& verdict) {
    std::vector<FactsModel::Row> rows;
    if (verdict.contains("score") && verdict["score"].is_object())
        rows.push_back(figureRow(scorerTitle(textIn(verdict, "scorer")), verdict["score"], percentText));
    if (verdict.contains("loss")) rows.push_back(figureRow(Verdicts::tr("Loss"), verdict["loss"], metricText));
    if (verdict.contains("probes") && verdict["probes"].is_object())
        rows.push_back(figureRow(Verdicts::tr("Loss on other text"), verdict["probes"], metricText));
    return rows;
}

QStringList changedColumns() {
    return {Verdicts::tr("Expected"), Verdicts::tr("Base"), Verdicts::tr("Tuned"), Verdicts::tr("Score")};
}

std::vector<FactsModel::Row> changedRows(const Json& verdict) {
    std::vector<FactsModel::Row> rows;
    addRows(rows, listIn(verdict, "improved"));
    addRows(rows, listIn(verdict, "worsened"));
    return rows;
}

} // namespace fettle::ui
