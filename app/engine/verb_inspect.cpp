#include "app/engine/model_options.h"
#include "app/engine/session.h"
#include "core/base/mapped_file.h"
#include "core/inspect/inspect.h"

#include <array>
#include <cstdio>

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::string tuned, module;
};

void printTree(const Json& node, int depth, const Session& session) {
    std::string line(static_cast<std::size_t>(2 * depth), ' ');
    line += node["name"].get<std::string>();
    if (node.contains("kind")) line += "  " + node["kind"].get<std::string>() + " " + toLine(node["shape"]);
    session.output.line(line + "  " + std::to_string(node["parameters"].get<std::int64_t>()));
    for (const Json& child : node["children"])
        printTree(child, depth + 1, session);
}

void printMatrix(const char* title, const Json& rows, const Session& session) {
    session.output.line(std::string(title));
    for (const Json& row : rows) {
        std::string line;
        for (const Json& value : row) {
            char cell[32];
            std::snprintf(cell, sizeof cell, "%14.6e", value.get<double>());
            line += cell;
        }
        session.output.line(line);
    }
}

// The figures that a module's row has, in a line.
std::string moduleLine(const Json& module) {
    char text[80];
    std::snprintf(text, sizeof text, "%-44s", module["module"].get<std::string>().c_str());
    std::string line = text;
    const auto add = [&](const char* label, const char* format, const Json& value) {
        std::snprintf(text, sizeof text, format, value.get<double>());
        line += std::string(line.ends_with(' ') ? " " : "   ") + label + " " + text;
    };
    const std::array<std::array<const char*, 3>, 7> kFigures = {{{"rank", "rank", "%2.0f"},
                                                                 {"tokens", "tokens", "%.0f"},
                                                                 {"update_norm", "update", "%.4f"},
                                                                 {"base_norm", "base", "%.3f"},
                                                                 {"ratio", "ratio", "%.5f"},
                                                                 {"key_norm", "keys", "%.4f"},
                                                                 {"value_norm", "values", "%.4f"}}};
    for (const auto& [key, label, format] : kFigures)
        if (module.contains(key)) add(label, format, module[key]);
    if (module.contains("singular_values")) add("largest", "%.4f", module["singular_values"][0]);
    for (const char* key : {"input_factors", "output_factors"})
        if (module.contains(key)) {
            add(key[0] == 'i' ? "input factors" : "output factors", "%.4f", module[key]["smallest"]);
            add("to", "%.4f", module[key]["largest"]);
        }
    return line;
}

void print(const Json& result, const Session& session) {
    if (result.contains("tree")) printTree(result["tree"], 0, session);
    for (const Json& module : result.value("modules", Json::array()))
        session.output.line(moduleLine(module));
    if (result.contains("corners"))
        for (const auto& [part, rows] : result["corners"].items())
            if (rows.is_array()) printMatrix(part.c_str(), rows, session);
    if (result.contains("tuned"))
        session.output.line("merged in float64, against the tuned file: " + toLine(result["tuned"]));
}

void run(const Options& options, const Session& session) {
    ModelOptions loading = options.model;
    loading.device = "cpu";
    const OpenModel model = openModel(loading);
    Json result = Json::object();
    if (options.module.empty()) result["tree"] = architectureTree(model.model->architecture());
    if (!model.adapters.empty()) {
        const Adapter& adapter = model.adapters.front();
        if (options.module.empty())
            result["modules"] = adapterModules(adapter, *model.model);
        else
            result["corners"] = moduleCorners(adapter, *model.model, options.module);
        if (!options.tuned.empty() && !options.module.empty())
            result["tuned"] =
                compareWithTuned(adapter, *model.model, TensorSource::openFolder(options.tuned), options.module);
    }
    refuseChangedFiles();
    if (session.json)
        session.output.line(result);
    else
        print(result, session);
}

} // namespace

void addInspect(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "inspect");
    options->model.addTo(*verb);
    verb->add_option("--tuned", options->tuned, "Merged folder to hold against the base and the adapter");
    verb->add_option("--module", options->module, "One module: corners of its matrices");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
