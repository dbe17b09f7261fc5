#include "ui/models/findings_model.h"
#include "ui/models/row_json.h"
#include "ui/tasks/run_in_background.h"

#include <functional>
#include <unordered_map>

namespace fettle::ui {

namespace {

constexpr std::size_t kFindingsKept = 200; // of one kind; a sentence says how many more there are

// What a row answers: its last assistant turn.
std::string answerOf(const Json& turns) {
    std::string answer;
    for (const Json& turn : turns)
        if (turn.value("role", "") == "assistant" && turn.contains("content") && turn["content"].is_string())
            answer = turn["content"].get<std::string>();
    return answer;
}

bool isBlank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool isText(const Row& row) {
    return std::holds_alternative<TextRow>(row);
}

Finding at(const Example& example, const QString& text, const QString& hint) {
    return {
        .text = text, .hint = hint, .line = example.origin.line, .file = QString::fromStdString(example.origin.file)};
}

// Findings of one kind: the first ones each, the rest as a number.
class Kind {
public:
    void add(Finding finding) {
        ++m_count;
        if (m_kept.size() < kFindingsKept) m_kept.push_back(std::move(finding));
    }
    void moveTo(std::vector<Finding>& all) {
        const auto more = static_cast<int>(m_count - m_kept.size());
        if (more > 0) {
            Finding rest = m_kept.back();
            rest.line = 0;
            rest.text = FindingsModel::tr("And more of this kind: %1.").arg(more);
            m_kept.push_back(std::move(rest));
        }
        all.insert(all.end(), m_kept.begin(), m_kept.end());
    }

private:
    std::vector<Finding> m_kept;
    std::size_t m_count = 0;
};

} // namespace

std::vector<Finding> findingsOf(const std::vector<RowProblem>& problems) {
    std::vector<Finding> findings;
    for (const RowProblem& problem : problems)
        findings.push_back({.text = QString::fromStdString(problem.reason),
                            .hint = QString::fromStdString(problem.hint),
                            .line = problem.origin.line,
                            .file = QString::fromStdString(problem.origin.file)});
    return findings;
}

std::vector<Finding> findingsOf(const std::vector<ConfigProblem>& problems) {
    std::vector<Finding> findings;
    for (const ConfigProblem& problem : problems)
        findings.push_back({.level = problem.isWarning ? Finding::Level::Warning : Finding::Level::Error,
                            .text = QString::fromStdString(problem.message),
                            .hint = QString::fromStdString(problem.hint),
                            .key = QString::fromStdString(problem.key)});
    return findings;
}

std::vector<Finding> lint(const DatasetFile& file, const CancelFlag& flag) {
    Kind duplicates, blanks;
    std::unordered_map<std::size_t, std::int64_t> seen; // hash of a row -> its line
    for (const Example& example : file.examples) {
        flag.throwIfRequested();
        const Json turns = messagesOf(example.row);
        const auto [first, isNew] = seen.try_emplace(std::hash<std::string>{}(toLine(turns)), example.origin.line);
        if (!isNew)
            duplicates.add(at(example, FindingsModel::tr("The same row stands on line %1.").arg(first->second),
                              FindingsModel::tr("Remove one, unless it shall count twice.")));
        if (!isText(example.row) && isBlank(answerOf(turns)))
            blanks.add(at(example, FindingsModel::tr("The answer is empty."),
                          FindingsModel::tr("Write one, or remove the row: the model would learn to say nothing.")));
    }
    std::vector<Finding> findings;
    blanks.moveTo(findings);
    duplicates.moveTo(findings);
    return findings;
}

} // namespace fettle::ui
