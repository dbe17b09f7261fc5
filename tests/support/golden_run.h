#pragma once

#include "tests/support/formula_tensors.h"
#include "tests/support/pocket_model.h"
#include "tests/support/temp_run.h"

namespace fettle::test {

inline void startFromFormula(Json& config, const std::filesystem::path& folder) {
    const Json adapter = config.at("adapter");
    const auto model = loadPocket();
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
    if (config.at("adapter").at("kind") == "lora") startFromFormula(config, run.path() / "start");
    return config;
}

} // namespace fettle::test
