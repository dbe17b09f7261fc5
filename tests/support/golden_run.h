#pragma once

#include "core/library/text_side.h"
#include "core/weights/model_folder.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/temp_run.h"

#include <limits>

namespace fettle::test {

inline bool isReward(const Json& config) {
    return config.contains("objective") && config.at("objective").at("kind") == "reward";
}

// A transformers folder of the pocket model as a reward model.
inline void writePocketScorer(const std::filesystem::path& folder) {
    const auto model = loadPocketScorer();
    const auto pocket = BaseModel::open("pocket");
    writeModelFolder(folder, model->architecture(), model->parameters(), at::kFloat,
                     std::numeric_limits<std::int64_t>::max(),
                     [&](const auto& made) { readTextSide(*pocket).files.writeTo(made); });
}

inline void startFromFormula(Json& config, const std::filesystem::path& folder) {
    const Json adapter = config.at("adapter");
    const auto model = isReward(config) ? loadPocketScorer() : loadPocket();
    writeFormulaAdapter(folder, *model,
                        LoraConfig{.r = adapter.at("r"),
                                   .loraAlpha = adapter.at("lora_alpha"),
                                   .loraDropout = 0,
                                   .useRslora = adapter.value("use_rslora", false)});
    config["adapter"] = {{"kind", "lora"}, {"init_from", folder.string()}};
}

// A golden's settings, its rows in files, and its starting adapter.
inline Json configOfGolden(const Json& golden, const TempRun& run) {
    const Json& rows = golden.at("rows");
    const auto evaluated = golden.at("eval_rows").get<std::ptrdiff_t>();
    Json config = golden.at("run");
    config["model"] = {{"path", "pocket"}, {"dtype", "float32"}};
    if (!config.contains("precision")) config["precision"] = {{"compute", "float32"}};
    config["data"]["train"] = Json::array({{{"path", run.writeRows("train.jsonl", rows)}}});
    config["data"]["validation"] = Json::array(
        {{{"path", run.writeRows("validation.jsonl", std::vector<Json>(rows.begin(), rows.begin() + evaluated))}}});
    config["data"]["shuffle"] = false;
    config["checkpoint"] = {{"every_steps", -1}, {"keep_best", false}};
    if (config.at("adapter").at("kind") == "lora") {
        startFromFormula(config, run.path() / "start");
    } else if (isReward(config)) {
        writePocketScorer(run.path() / "base");
        config["model"]["path"] = (run.path() / "base").string();
    }
    return config;
}

} // namespace fettle::test
