#include "core/inspect/inspect.h"

#include "core/adapter/merge.h"
#include "core/base/error.h"
#include "core/inspect/effects.h"

namespace fettle {

namespace {

constexpr std::int64_t kCorner = 4;

bool isTouched(const Adapter& adapter, std::size_t linear) {
    const std::vector<LinearSlot>& slots = adapter.slots()->linears;
    if (linear >= slots.size()) return false;
    const LinearSlot& slot = slots[linear];
    return slot.lowRank || slot.scaleIn.defined() || slot.scaleOut.defined() || slot.replaced;
}

std::size_t touchedLinear(const Adapter& adapter, const CausalLM& model, const std::string& module) {
    for (std::size_t i = 0; i < model.linears().size(); ++i)
        if (model.linears()[i].name == module && isTouched(adapter, i)) return i;
    throw Error{ErrorKind::BadUsage,
                "The adapter does not touch \"" + module + "\".",
                "`fettle inspect --model DIR --adapter DIR` lists what it touches.",
                {{"module", module}}};
}

Json corner(const at::Tensor& tensor) {
    const at::Tensor wide = tensor.detach().to(at::kCPU, at::kDouble);
    const at::Tensor matrix = wide.dim() == 1 ? wide.unsqueeze(0) : wide;
    const at::Tensor part = matrix.slice(0, 0, kCorner).slice(1, 0, kCorner).contiguous();
    Json rows = Json::array();
    for (std::int64_t row = 0; row < part.size(0); ++row) {
        const double* values = part.const_data_ptr<double>() + row * part.size(1);
        rows.push_back(std::vector<double>(values, values + part.size(1)));
    }
    return rows;
}

// The trained tensors of a Linear under short names.
std::vector<std::pair<const char*, at::Tensor>> partsOf(const LinearSlot& slot) {
    std::vector<std::pair<const char*, at::Tensor>> parts;
    const auto add = [&](const char* name, const at::Tensor& tensor) {
        if (tensor.defined()) parts.emplace_back(name, tensor);
    };
    if (slot.lowRank) {
        add("A", slot.lowRank->A);
        add("B", slot.lowRank->B);
        add("magnitude", slot.lowRank->magnitude);
    }
    add("input_factors", slot.scaleIn);
    add("output_factors", slot.scaleOut);
    if (slot.replaced) add("trained", slot.replaced->dense(at::kFloat));
    return parts;
}

} // namespace

Json adapterModules(const Adapter& adapter, const CausalLM& model) {
    Json list = Json::array();
    for (std::size_t i = 0; i < model.linears().size(); ++i)
        if (isTouched(adapter, i)) list.push_back(linearEffect(adapter, model, i));
    for (Json& row : layerEffects(adapter))
        list.push_back(std::move(row));
    for (Json& row : savedEffects(adapter, model))
        list.push_back(std::move(row));
    return list;
}

Json moduleCorners(const Adapter& adapter, const CausalLM& model, const std::string& module) {
    const std::size_t linear = touchedLinear(adapter, model, module);
    const LinearSlot& slot = adapter.slots()->linears[linear];
    const at::Tensor base = baseWeight(model, module).to(at::kDouble);
    const at::Tensor merged = mergedWeight(base, {{&adapter, 1.0}}, linear);
    Json corners = {{"module", module}, {"shapes", {{"base", base.sizes().vec()}}}};
    if (slot.lowRank) corners["scale"] = slot.lowRank->scale;
    corners["base"] = corner(base);
    for (const auto& [name, tensor] : partsOf(slot)) {
        corners["shapes"][name] = tensor.sizes().vec();
        corners[name] = corner(tensor);
    }
    const bool isPlain = slot.lowRank && !slot.lowRank->magnitude.defined();
    corners["update"] = corner(isPlain ? fullUpdate(*slot.lowRank) : merged - base);
    corners["merged"] = corner(merged);
    return corners;
}

Json compareWithTuned(const Adapter& adapter, const CausalLM& model, const TensorSource& tuned,
                      const std::string& module) {
    const std::size_t linear = touchedLinear(adapter, model, module);
    const at::Tensor base = baseWeight(model, module).to(at::kDouble);
    const at::Tensor stored = tuned.tensor(module + ".weight");
    const at::Tensor written = model.linears()[linear].isTransposed ? stored.t() : stored;
    if (written.sizes() != base.sizes())
        throw Error{ErrorKind::BadModel,
                    "\"" + module + "\" has another shape in the tuned model.",
                    "The two folders do not belong together.",
                    {{"module", module}}};
    const at::Tensor expected = mergedWeight(base, {{&adapter, 1.0}}, linear).to(written.scalar_type());
    const at::Tensor gap = (expected.to(at::kDouble) - written.to(at::kDouble)).abs();
    return {{"dtype", dtypeName(written.scalar_type())},
            {"equal", at::equal(expected, written)},
            {"max_difference", gap.max().item<double>()},
            {"different_elements", gap.gt(0).sum().item<std::int64_t>()},
            {"differs_from_base", !at::equal(base.to(written.scalar_type()), written)}};
}

} // namespace fettle
