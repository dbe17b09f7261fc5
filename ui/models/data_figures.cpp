#include "ui/models/data_figures.h"

#include "ui/text/numbers.h"

#include <algorithm>
#include <limits>

namespace fettle::ui {

namespace {

constexpr std::size_t kCutRowsListed = 200;

std::int64_t targetsWithin(const TokenizedExample& row, std::int64_t length) {
    if (row.answers.size() == 1) return targetCount({.rows = {&row, 1}, .pieces = {{.end = length}}});
    return targetCount({.rows = {&row, 1}, .pieces = {{.end = tokenCount(row)}}});
}

class Counter {
public:
    Counter(CountedData& data, std::int64_t maxLength) : m_data(data), m_maxLength(maxLength) {}

    void add(const TokenizedExample& row) {
        const std::int64_t length = tokenCount(row);
        const std::int64_t kept = std::min(length, m_maxLength);
        const std::int64_t targets = targetsWithin(row, kept);
        RowCounts& counts = m_data.figures.counts;
        if (targets == 0) {
            ++counts.dropped;
            ++m_data.figures.rowsWithoutTarget;
            return find(row, FindingsModel::tr("Nothing is left to train on within the length: the row is dropped."));
        }
        ++counts.used;
        counts.tokens += kept;
        counts.trainedTokens += targets;
        if (kept == length) return;
        ++counts.cut;
        find(row, FindingsModel::tr("The row has %1 tokens and is cut to %2.").arg(countText(length), countText(kept)));
    }

private:
    void find(const TokenizedExample& row, const QString& text) {
        if (m_data.findings.size() >= kCutRowsListed) return;
        m_data.findings.push_back({.text = text,
                                   .hint = FindingsModel::tr("Raise the length, or shorten the row."),
                                   .key = QStringLiteral("data.max_length"),
                                   .line = row.origin.line,
                                   .file = QString::fromStdString(row.origin.file)});
    }

    CountedData& m_data;
    std::int64_t m_maxLength;
};

// Rows stand in file order in both lists; those that were dropped are missing in `rows`.
std::vector<int> lengthsOf(const std::vector<Example>& examples, const std::vector<TokenizedExample>& rows) {
    std::vector<int> lengths;
    lengths.reserve(examples.size());
    auto row = rows.begin();
    for (const Example& example : examples) {
        const bool isKept = row != rows.end() && row->origin.line == example.origin.line;
        lengths.push_back(isKept ? static_cast<int>(tokenCount(*row)) : -1);
        if (isKept) ++row;
    }
    return lengths;
}

} // namespace

double DataFigures::trainedShare() const {
    return counts.tokens == 0 ? 0 : static_cast<double>(counts.trainedTokens) / static_cast<double>(counts.tokens);
}

CountedData countRows(const DatasetFile& file, const TokenizeRules& rules, const ProgressCallback& progress) {
    TokenizeRules whole = rules;
    whole.maxLength = std::numeric_limits<std::int64_t>::max();
    whole.answers = 0; // the objective is not known here
    const TokenizedSet set = tokenizeSet(file.examples, whole, {.progress = progress});
    CountedData data;
    data.figures.counts.read = file.rows;
    data.figures.counts.dropped = set.counts.dropped + file.rows - std::ssize(file.examples);
    data.figures.maxLength = rules.maxLength;
    data.figures.rowsWithoutTarget = set.counts.dropped;
    data.findings = findingsOf(set.problems);
    Counter counter(data, rules.keepOverflow ? whole.maxLength : rules.maxLength);
    for (const TokenizedExample& row : set.rows)
        counter.add(row);
    data.figures.lengths = lengthsOf(file.examples, set.rows);
    return data;
}

} // namespace fettle::ui
