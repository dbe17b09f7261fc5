#include "core/inspect/inspect.h"

#include "core/base/error.h"

#include <cmath>

namespace fettle {

namespace {

constexpr std::int64_t kCorner = 4;

at::Tensor weightOf(const CausalLM& model, const std::string& module) {
    for (const auto& [name, tensor] : model.parameters())
        if (name == module + ".weight") return tensor.detach().to(at::kCPU);
    throw Error{ErrorKind::BadUsage,
                "The model has no module \"" + module + "\".",
                "`fettle inspect --model DIR` shows the tree.",
                {{"module", module}}};
}

const LowRankSlot& slotOf(const Adapter& adapter, const CausalLM& model, const std::string& module) {
    for (std::size_t i = 0; i < model.linears().size(); ++i)
        if (const auto& slot = adapter.slots()->linears[i].lowRank; slot && model.linears()[i].name == module)
            return *slot;
    throw Error{ErrorKind::BadUsage,
                "The adapter does not touch \"" + module + "\".",
                "`fettle inspect --model DIR --adapter DIR` lists what it touches.",
                {{"module", module}}};
}

at::Tensor wide(const at::Tensor& tensor) {
    return tensor.detach().to(at::kCPU, at::kDouble);
}

at::Tensor updateOf(const LowRankSlot& slot) {
    return at::mm(wide(slot.B), wide(slot.A)) * slot.scale;
}

// The singular values of B A are those of the small R_B R_A^T: the orthogonal factors change none.
std::vector<double> singularValues(const LowRankSlot& slot) {
    const at::Tensor rB = std::get<1>(at::linalg_qr(wide(slot.B), "reduced"));
    const at::Tensor rA = std::get<1>(at::linalg_qr(wide(slot.A).t(), "reduced"));
    const at::Tensor values = at::linalg_svdvals(at::mm(rB, rA.t())) * slot.scale;
    return {values.const_data_ptr<double>(), values.const_data_ptr<double>() + values.numel()};
}

Json corner(const at::Tensor& matrix) {
    const at::Tensor part = wide(matrix).slice(0, 0, kCorner).slice(1, 0, kCorner).contiguous();
    Json rows = Json::array();
    for (std::int64_t row = 0; row < part.size(0); ++row) {
        const double* values = part.const_data_ptr<double>() + row * part.size(1);
        rows.push_back(std::vector<double>(values, values + part.size(1)));
    }
    return rows;
}

} // namespace

Json adapterModules(const Adapter& adapter, const CausalLM& model) {
    Json list = Json::array();
    for (std::size_t i = 0; i < model.linears().size(); ++i) {
        const auto& slot = adapter.slots()->linears[i].lowRank;
        if (!slot) continue;
        const std::string& module = model.linears()[i].name;
        const auto values = singularValues(*slot);
        double squares = 0;
        for (const double value : values)
            squares += value * value;
        const double updateNorm = std::sqrt(squares), baseNorm = wide(weightOf(model, module)).norm().item<double>();
        list.push_back({{"module", module},
                        {"rank", slot->A.size(0)},
                        {"scale", slot->scale},
                        {"update_norm", updateNorm},
                        {"base_norm", baseNorm},
                        {"ratio", updateNorm / baseNorm},
                        {"singular_values", values}});
    }
    return list;
}

Json moduleCorners(const Adapter& adapter, const CausalLM& model, const std::string& module) {
    const LowRankSlot& slot = slotOf(adapter, model, module);
    const at::Tensor base = weightOf(model, module), update = updateOf(slot);
    return {{"module", module},
            {"shapes", {{"base", base.sizes().vec()}, {"A", slot.A.sizes().vec()}, {"B", slot.B.sizes().vec()}}},
            {"scale", slot.scale},
            {"base", corner(base)},
            {"A", corner(slot.A)},
            {"B", corner(slot.B)},
            {"update", corner(update)},
            {"merged", corner(wide(base) + update)}};
}

Json compareWithTuned(const Adapter& adapter, const CausalLM& model, const TensorSource& tuned,
                      const std::string& module) {
    const at::Tensor base = wide(weightOf(model, module));
    const at::Tensor written = tuned.tensor(module + ".weight");
    if (written.sizes() != base.sizes())
        throw Error{ErrorKind::BadModel,
                    "\"" + module + "\" has another shape in the tuned model.",
                    "The two folders do not belong together.",
                    {{"module", module}}};
    const at::Tensor expected = (base + updateOf(slotOf(adapter, model, module))).to(written.scalar_type());
    const at::Tensor gap = (wide(expected) - wide(written)).abs();
    return {{"dtype", dtypeName(written.scalar_type())},
            {"equal", at::equal(expected, written)},
            {"max_difference", gap.max().item<double>()},
            {"different_elements", gap.gt(0).sum().item<std::int64_t>()},
            {"differs_from_base", !at::equal(base.to(written.scalar_type()), written)}};
}

} // namespace fettle
