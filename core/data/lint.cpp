#include "core/data/lint.h"

#include "core/data/row_checks.h"
#include "core/data/take_example.h"

namespace fettle {

namespace {

// What is left of a row when its ids are gone.
struct Judged {
    std::unique_ptr<RowProblem> problem;
    std::int64_t length = -1, tokens = 0, targets = 0;
    bool isUsed = false, isCut = false;
};

Judged judge(const Example& example, const TokenizeRules& rules) {
    TakenExample taken = takeExample(example, rules);
    return {.problem = std::move(taken.problem),
            .length = taken.length,
            .tokens = tokenCount(taken.row),
            .targets = taken.targets,
            .isUsed = taken.isUsed(),
            .isCut = taken.isCut};
}

void addUnreadable(FindingList& findings, const DatasetFile& file) {
    for (const RowProblem& problem : file.problems) {
        findings.add(problem.kind, problem.origin);
        findings.setFact(problem.kind, "detail", problem.detail);
    }
    for (const auto& [kind, rows] : file.badRows) // those beyond the list's end
        findings.count(kind, std::max<std::int64_t>(0, rows - kProblemsKept));
}

void addProblem(FindingList& findings, const RowProblem& problem, const Judged& row, std::int64_t maxLength) {
    findings.add(problem.kind, problem.origin);
    findings.setFact(problem.kind, "detail", problem.detail);
    findings.setFact(problem.kind, "length", std::to_string(maxLength));
    findings.raiseFact(problem.kind, "longest", row.length);
}

void addCounts(RowCounts& counts, const Judged& row) {
    counts.used += row.isUsed ? 1 : 0;
    counts.dropped += row.isUsed ? 0 : 1;
    counts.cut += row.isCut ? 1 : 0;
    counts.tokens += row.tokens;
    counts.trainedTokens += row.targets;
}

} // namespace

double DataFigures::trainedShare() const {
    return counts.tokens == 0 ? 0 : static_cast<double>(counts.trainedTokens) / static_cast<double>(counts.tokens);
}

std::vector<Finding> lint(const DatasetFile& file, const CancelFlag* stop) {
    FindingList findings;
    addUnreadable(findings, file);
    RowChecks checks(findings);
    for (const Example& example : file.examples) {
        throwIfRequested(stop);
        checks.look(example);
    }
    checks.finish();
    return findings.sorted();
}

LintReport lint(const DatasetFile& file, const TokenizeRules& rules, const Work& work) {
    std::vector<Judged> judged(file.examples.size());
    forEachIndex(std::ssize(file.examples), work, [&](std::int64_t i) {
        const auto at = static_cast<std::size_t>(i);
        judged[at] = judge(file.examples[at], rules);
    });
    LintReport report{
        .figures = {.counts = {.read = std::ssize(file.examples) + badRowCount(file), .dropped = badRowCount(file)},
                    .lengths = {},
                    .maxLength = rules.maxLength},
        .findings = {}};
    FindingList findings;
    addUnreadable(findings, file);
    RowChecks checks(findings);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        throwIfRequested(work.stop);
        const Judged& row = judged[i];
        addCounts(report.figures.counts, row);
        report.figures.lengths.push_back(static_cast<std::int32_t>(row.length));
        if (row.problem) addProblem(findings, *row.problem, row, rules.maxLength);
        if (row.isUsed) checks.look(file.examples[i]); // what is left out harms nobody
    }
    checks.finish();
    report.findings = findings.sorted();
    return report;
}

} // namespace fettle
