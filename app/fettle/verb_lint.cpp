#include "app/common/table.h"
#include "app/fettle/verbs.h"
#include "core/data/lint.h"
#include "core/plan/inputs.h"

#include <limits>
#include <optional>

namespace fettle::cli {

namespace {

constexpr std::size_t kLinesNamed = 5; // of a finding; --json has more

struct Options {
    std::vector<std::string> files;
    std::string model, format = "auto";
    DataConfig data;
};

std::string linesText(const Finding& finding) {
    std::string text;
    const std::size_t named = std::min(finding.places.size(), kLinesNamed);
    for (std::size_t i = 0; i < named; ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(finding.places[i].line);
    if (named == 0) return {};
    const auto more = finding.rows - static_cast<std::int64_t>(named);
    const std::string unit = finding.places.front().isLine ? "line" : "row";
    return "  " + unit + (finding.rows == 1 ? " " : "s ") + text +
           (more > 0 ? " and " + countText(more) + " more" : "") + "\n";
}

std::string textOf(const Finding& finding) {
    return std::string(wireName(textsOf(finding.kind).level)) + ": " + messageOf(finding) + "\n  " + hintOf(finding) +
           "\n" + linesText(finding);
}

std::string textOf(const DataFigures& figures) {
    const RowCounts& rows = figures.counts;
    return countText(rows.used) + " used, " + countText(rows.dropped) + " left out, " + countText(rows.cut) +
           " cut at " + countText(figures.maxLength) + " tokens; " + countText(rows.tokens) + " tokens, " +
           countText(rows.trainedTokens) + " trained\n";
}

Json toJson(const DataFigures& figures) {
    const RowCounts& rows = figures.counts;
    return {{"used", rows.used},     {"dropped", rows.dropped},       {"cut", rows.cut},
            {"tokens", rows.tokens}, {"trained", rows.trainedTokens}, {"max_length", figures.maxLength}};
}

struct Linted {
    DatasetFile file;
    std::optional<DataFigures> figures; // where a model reads the rows
    std::vector<Finding> findings;
};

Linted lintFile(const std::string& path, const std::string& format, const std::optional<TokenizeRules>& rules) {
    Linted linted{.file = readDataset({.path = path, .format = format}), .figures = {}, .findings = {}};
    if (!rules) {
        linted.findings = lint(linted.file);
        return linted;
    }
    LintReport report = lint(linted.file, *rules);
    linted.figures = std::move(report.figures);
    linted.findings = std::move(report.findings);
    return linted;
}

void print(const std::string& path, const Linted& linted, const Session& session) {
    std::string text = path + ": " + countText(linted.file.rows) + " rows of " + linted.file.format + "\n";
    if (linted.figures) text += textOf(*linted.figures);
    for (const Finding& finding : linted.findings)
        text += textOf(finding);
    if (linted.findings.empty()) text += "Nothing odd was found.\n";
    session.output.text(text);
}

void printJson(const std::string& path, const Linted& linted, const Session& session) {
    Json line = {{"file", path}, {"format", linted.file.format}, {"rows", linted.file.rows}};
    if (linted.figures) line["figures"] = toJson(*linted.figures);
    line["findings"] = Json::array();
    for (const Finding& finding : linted.findings)
        line["findings"].push_back(toJson(finding));
    session.output.line(line);
}

void run(const Options& options, const Session& session) {
    std::optional<TokenizeRules> rules;
    if (!options.model.empty()) rules = readRules(options.model, options.data);
    for (const std::string& path : options.files) {
        const Linted linted = lintFile(path, options.format, rules);
        (session.json ? printJson : print)(path, linted, session);
    }
}

} // namespace

void addLint(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("lint", "What is odd about the rows of data files, and what to do");
    verb->add_option("FILE", options->files,
                     "Data files: JSON Lines, JSON, CSV, TSV, Parquet, Arrow, text, or a folder of texts")
        ->required();
    verb->add_option("--model", options->model, "Also what this model would see: cut and dropped rows, tokens");
    verb->add_option("--format", options->format, "Of the rows; auto looks")->capture_default_str();
    verb->add_option("--max-length", options->data.maxLength, "Tokens of a row at most")
        ->check(CLI::Range(std::int64_t{2}, std::numeric_limits<std::int64_t>::max()))
        ->capture_default_str();
    verb->add_option("--train-on", options->data.trainOn, "answers or everything")
        ->check(CLI::IsMember({"answers", "everything"}))
        ->capture_default_str();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::cli
