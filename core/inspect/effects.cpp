#include "core/inspect/effects.h"

#include "core/adapter/merge.h"
#include "core/base/error.h"
#include "core/source/head_tie.h"

#include <cmath>

namespace fettle {

namespace {

at::Tensor inDouble(const at::Tensor& tensor) {
    return tensor.detach().to(at::kCPU, at::kDouble);
}

// The singular values of B A are those of the small R_B R_A^T: the orthogonal factors change none.
std::vector<double> singularValues(const at::Tensor& B_Or, const at::Tensor& A_rI, double scale) {
    const at::Tensor rB = std::get<1>(at::linalg_qr(inDouble(B_Or), "reduced"));
    const at::Tensor rA = std::get<1>(at::linalg_qr(inDouble(A_rI).t(), "reduced"));
    const at::Tensor values = at::linalg_svdvals(at::mm(rB, rA.t())) * std::abs(scale);
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

double normOf(const std::vector<double>& singularValues) {
    double squares = 0;
    for (const double value : singularValues)
        squares += value * value;
    return std::sqrt(squares);
}

void addFactors(Json& row, const char* key, const at::Tensor& factors) {
    if (factors.defined())
        row[key] = {{"smallest", factors.min().item<double>()}, {"largest", factors.max().item<double>()}};
}

Json bottleneckRow(std::size_t layer, const char* place, const BottleneckSlot& slot) {
    const std::vector<double> values = singularValues(slot.up, slot.down, slot.scale);
    return {{"module", "layer " + std::to_string(layer) + ", " + place},
            {"rank", slot.down.size(0)},
            {"scale", slot.scale},
            {"update_norm", normOf(values)},
            {"singular_values", values}};
}

Json prefixRow(std::size_t layer, const LayerSlots& slots) {
    return {{"module", "layer " + std::to_string(layer) + ", prefix"},
            {"tokens", slots.prefixKeys.size(0)},
            {"key_norm", inDouble(slots.prefixKeys).norm().item<double>()},
            {"value_norm", inDouble(slots.prefixValues).norm().item<double>()}};
}

} // namespace

at::Tensor baseWeight(const CausalLM& model, const std::string& module) {
    bool isTransposed = false;
    for (const ModuleSpec& linear : model.linears())
        if (linear.name == module) isTransposed = linear.isTransposed;
    for (const auto& [name, tensor] : model.parameters())
        if (name == module + ".weight") return (isTransposed ? tensor.t() : tensor).detach().to(at::kCPU);
    throw Error{ErrorKind::BadUsage,
                "The model has no module \"" + module + "\".",
                "`fettle inspect --model DIR` shows the tree.",
                {{"module", module}}};
}

Json linearEffect(const Adapter& adapter, const CausalLM& model, std::size_t linear) {
    const LinearSlot& slot = adapter.slots()->linears.at(linear);
    const std::string& module = model.linears()[linear].name;
    const at::Tensor base = inDouble(baseWeight(model, module));
    Json row = {{"module", module}};
    std::vector<double> values;
    if (slot.lowRank) {
        row["rank"] = slot.lowRank->A.size(0);
        row["scale"] = slot.lowRank->scale;
        values = singularValues(slot.lowRank->B, slot.lowRank->A, slot.lowRank->scale);
    }
    const bool isPlain = slot.lowRank && !slot.lowRank->magnitude.defined();
    const double baseNorm = base.norm().item<double>();
    const double updateNorm =
        isPlain ? normOf(values) : (mergedWeight(base, {{&adapter, 1.0}}, linear) - base).norm().item<double>();
    row["update_norm"] = updateNorm;
    row["base_norm"] = baseNorm;
    row["ratio"] = updateNorm / baseNorm;
    addFactors(row, "input_factors", slot.scaleIn);
    addFactors(row, "output_factors", slot.scaleOut);
    if (!values.empty()) row["singular_values"] = values;
    return row;
}

Json savedEffects(const Adapter& adapter, const CausalLM& model) {
    Json rows = Json::array();
    for (const ModuleSpec& module : modulesOf(model.architecture())) {
        const std::string name = module.name + ".weight";
        const at::Tensor own = module.kind == ModuleKind::Linear ? at::Tensor() : adapter.saved(name);
        if (!own.defined()) continue;
        const std::string stored = module.isTied ? tiedPairOf(model.architecture()).embedding : name;
        const at::Tensor base = inDouble(baseWeight(model, stored.substr(0, stored.rfind('.'))));
        const double baseNorm = base.norm().item<double>();
        const double updateNorm = (inDouble(own) - base).norm().item<double>();
        rows.push_back({{"module", module.name},
                        {"update_norm", updateNorm},
                        {"base_norm", baseNorm},
                        {"ratio", updateNorm / baseNorm}});
    }
    return rows;
}

Json layerEffects(const Adapter& adapter) {
    Json rows = Json::array();
    const std::vector<LayerSlots>& layers = adapter.slots()->layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].prefixKeys.defined()) rows.push_back(prefixRow(i, layers[i]));
        if (layers[i].afterAttention) rows.push_back(bottleneckRow(i, "behind attention", *layers[i].afterAttention));
        if (layers[i].besideMlp) rows.push_back(bottleneckRow(i, "beside the MLP", *layers[i].besideMlp));
        if (layers[i].afterMlp) rows.push_back(bottleneckRow(i, "behind the MLP", *layers[i].afterMlp));
    }
    return rows;
}

} // namespace fettle
