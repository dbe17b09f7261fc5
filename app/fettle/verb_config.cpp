#include "app/common/table.h"
#include "app/fettle/verbs.h"
#include "core/config/run_config.h"

namespace fettle::cli {

namespace {

std::string rangeOf(const Json& field) {
    if (!field.at("choices").empty()) {
        std::string list;
        for (const Json& choice : field.at("choices"))
            list += (list.empty() ? "" : " | ") + choice.get<std::string>();
        return list;
    }
    std::string range;
    if (!field.at("min").is_null()) range += ">= " + Json(field.at("min")).dump();
    if (!field.at("max").is_null())
        range += (range.empty() ? "" : ", ") + std::string(field.at("excludes_max").get<bool>() ? "< " : "<= ") +
                 Json(field.at("max")).dump();
    return range;
}

void describe(const Session& session) {
    const Json fields = describeFields();
    if (session.json) return session.output.line(Json{{"fields", fields}});
    Table table({"KEY", "TYPE", "DEFAULT", "RANGE", "MEANING"});
    for (const Json& field : fields) {
        const bool isSection = field.at("type") == "section";
        const std::string kind = field.at("kind").is_null() ? "" : " (" + field.at("kind").get<std::string>() + ")";
        table.row({field.at("key").get<std::string>() + kind, field.at("type").get<std::string>(),
                   isSection ? "" : toLine(field.at("default")), rangeOf(field), field.at("help").get<std::string>()});
    }
    session.output.text(table.text());
}

Json toJson(const ConfigProblem& problem) {
    return {{"key", problem.key},
            {"message", problem.message},
            {"hint", problem.hint},
            {"level", problem.isWarning ? "warning" : "error"}};
}

std::string textOf(const ConfigProblem& problem) {
    return (problem.isWarning ? "warning: " : "error: ") + problem.key + ": " + problem.message + " " + problem.hint +
           "\n";
}

void check(const std::string& file, const Session& session) {
    const std::vector<ConfigProblem> problems = validate(readRunConfig(file));
    Json list = Json::array();
    std::string text;
    const ConfigProblem* worst = nullptr;
    for (const ConfigProblem& problem : problems) {
        list.push_back(toJson(problem));
        text += textOf(problem);
        if (!problem.isWarning && worst == nullptr) worst = &problem;
    }
    if (session.json)
        session.output.line(Json{{"problems", list}});
    else
        session.output.text(problems.empty() ? file + ": no problems\n" : text);
    if (worst != nullptr)
        throw Error{ErrorKind::BadConfig, worst->message, worst->hint, {{"file", file}, {"key", worst->key}}};
}

} // namespace

void addConfig(CLI::App& app, Session& session) {
    auto file = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("config", "Every setting of a run with type, default, range and meaning");
    auto* describing = verb->add_flag("--describe")->description("Every setting (also without any option)");
    auto* checking = verb->add_option("--check", *file, "Problems of a run's config.json")->excludes(describing);
    verb->callback([file, checking, &session] {
        if (checking->count() > 0)
            check(*file, session);
        else
            describe(session);
    });
}

} // namespace fettle::cli
