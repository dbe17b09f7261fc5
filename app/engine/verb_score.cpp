#include "app/engine/score_rows.h"
#include "app/engine/session.h"
#include "core/data/row_source.h"
#include "core/generate/score.h"

#include <cstdio>

namespace fettle::engine {

namespace {

struct Options {
    ModelOptions model;
    std::string file;
};

Json scored(const ScoreRow& row, const OpenModel& model, const AdapterSet& adapters) {
    const at::Tensor logProbs = scoreSequences(*model.model, {row.ids}, adapters, model.compute).front().to(at::kCPU);
    const float* values = logProbs.const_data_ptr<float>();
    Json list = Json::array({nullptr});
    double sum = 0;
    std::int64_t count = 0;
    for (std::size_t t = 1; t < row.ids.size(); ++t) {
        list.push_back(values[t - 1]);
        sum += row.counted[t] ? values[t - 1] : 0;
        count += row.counted[t];
    }
    return {{"input_ids", row.ids},
            {"logprobs", list},
            {"sum", sum},
            {"mean", count > 0 ? Json(sum / static_cast<double>(count)) : Json()}};
}

Json rewarded(const ScoreRow& row, const OpenModel& model, const AdapterSet& adapters) {
    return {{"reward", rewardsOf(*model.model, {row.ids}, adapters, model.compute).front()}};
}

void print(const Json& result, const RowOrigin& origin, const Session& session) {
    char text[96];
    if (result.contains("reward"))
        std::snprintf(text, sizeof text, "%lld\treward %.4f", static_cast<long long>(origin.line),
                      result["reward"].get<double>());
    else
        std::snprintf(text, sizeof text, "%lld\tsum %.4f\tmean %.4f", static_cast<long long>(origin.line),
                      result["sum"].get<double>(), result["mean"].is_null() ? 0.0 : result["mean"].get<double>());
    session.output.line(text);
}

void run(const Options& options, const Session& session) {
    const OpenModel model = openModel(options.model);
    const AdapterSet adapters = model.adapterSet(options.model.strength);
    const auto rows = openRows({.path = options.file});
    while (rows->next()) {
        const RowOrigin origin = rows->origin();
        const ScoreRow row = toScoreRow(rows->value(), origin, model);
        const bool isRewarded = model.model->architecture().score.has_value();
        const Json result = isRewarded ? rewarded(row, model, adapters) : scored(row, model, adapters);
        if (session.json)
            session.output.line(result);
        else
            print(result, origin, session);
    }
}

} // namespace

void addScore(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    options->model.dtype = "float32";
    CLI::App* verb = addVerb(app, "score");
    options->model.addTo(*verb);
    verb->add_option("--file", options->file, "JSONL: input_ids, text, messages, or prompt + completion")->required();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
