#include "core/train/run_state.h"

namespace fettle {

Json toJson(const RunState& state) {
    return {{"step", state.step},
            {"tokens", state.tokens},
            {"best_metric", state.bestMetric ? Json(*state.bestMetric) : Json()},
            {"best_step", state.bestStep},
            {"evaluations_without_gain", state.evaluationsWithoutGain},
            {"awaits_evaluation", state.awaitsEvaluation},
            {"loss_scale", state.lossScale ? toJson(*state.lossScale) : Json()},
            {"device", state.device},
            {"compute", state.computeDtype},
            {"dtype", state.modelDtype},
            {"gradient_checkpointing", state.gradientCheckpointing},
            {"threads", state.threads},
            {"config", state.config},
            {"data", state.data}};
}

RunState parseRunState(const Json& json) {
    try {
        RunState state;
        state.step = json.at("step");
        state.tokens = json.at("tokens");
        if (const Json& best = json.at("best_metric"); best.is_number()) state.bestMetric = best.get<double>();
        state.bestStep = json.at("best_step");
        state.evaluationsWithoutGain = json.at("evaluations_without_gain");
        state.awaitsEvaluation = json.value("awaits_evaluation", false);
        if (const auto scale = json.find("loss_scale"); scale != json.end() && scale->is_object())
            state.lossScale = parseLossScale(*scale);
        state.device = json.at("device");
        state.computeDtype = json.at("compute");
        state.modelDtype = json.at("dtype");
        state.gradientCheckpointing = json.at("gradient_checkpointing");
        state.threads = json.at("threads");
        state.config = json.value("config", Json());
        state.data = json.value("data", Json());
        return state;
    } catch (const nlohmann::json::exception& e) {
        throw Error{ErrorKind::BadFile, std::string("state.json of the checkpoint is damaged: ") + e.what() + ".",
                    "Delete this checkpoint; the run then resumes from the one before."};
    }
}

} // namespace fettle
