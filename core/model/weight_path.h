#pragma once

#include "core/model/causal_lm.h"
#include "core/model/linear.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fettle {

// Hands out the weights of one model by the names of its module table, in the order in which they are asked for.
class WeightStore {
public:
    // Finds or makes the tensor of that name and shape, in any floating-point type.
    using Origin = std::function<at::Tensor(const std::string& name, at::IntArrayRef shape)>;

    // `copied` hears of each tensor that was copied, so that its origin may let go of it.
    WeightStore(const Architecture& architecture, Origin origin, const LoadOptions& options,
                std::function<void(const std::string& name)> copied = {});

    // [V, D] of an embedding, [D] of a norm; in the type and on the device of the options, a fp32 leaf where the model
    // is trained.
    [[nodiscard]] at::Tensor weight(const std::string& module);
    [[nodiscard]] at::Tensor bias(const std::string& module); // undefined where the module has none
    // As the options want Linear weights to be stored.
    [[nodiscard]] Linear linear(const std::string& module);
    // Of a module among those of its kind, by which adapters know it.
    [[nodiscard]] std::size_t index(const std::string& module) const { return m_indices.at(module); }
    // The output head: a matrix of its own, or where it is tied the embedding's; a reward model's score in its place.
    [[nodiscard]] ops::LinearWeight head(const std::string& module, const at::Tensor& embedding_VD);
    // The dense tensors that the model keeps; of a quantised matrix there is none.
    [[nodiscard]] const NamedTensors& taken() const { return m_taken; }
    [[nodiscard]] const std::vector<std::string>& askedFor() const { return m_askedFor; }

private:
    [[nodiscard]] at::Tensor find(const std::string& name, at::IntArrayRef shape);
    [[nodiscard]] at::Tensor take(const std::string& name, at::IntArrayRef shape);
    [[nodiscard]] ops::LinearWeight matrix(const std::string& module);
    [[nodiscard]] bool isQuantized(const std::string& module) const;
    [[nodiscard]] bool isTrained(const std::string& tensor) const;

    std::map<std::string, ModuleSpec> m_modules;
    std::map<std::string, std::size_t> m_indices;
    Origin m_origin;
    LoadOptions m_options;
    std::function<void(const std::string& name)> m_copied;
    NamedTensors m_taken;
    std::vector<std::string> m_askedFor;
};

// A place in the checkpoint. A module's constructor gets the path that it lies at, so that its members carry the
// checkpoint's names and an error names the whole path.
class WeightPath {
public:
    WeightPath(WeightStore& store, std::string path) : m_store(&store), m_path(std::move(path)) {}

    [[nodiscard]] WeightPath operator/(const std::string& name) const { return {*m_store, m_path + "." + name}; }
    [[nodiscard]] at::Tensor weight() const { return m_store->weight(m_path); }
    [[nodiscard]] at::Tensor bias() const { return m_store->bias(m_path); }
    [[nodiscard]] Linear linear() const { return m_store->linear(m_path); }
    [[nodiscard]] std::size_t index() const { return m_store->index(m_path); }
    [[nodiscard]] ops::LinearWeight head(const at::Tensor& embedding_VD) const {
        return m_store->head(m_path, embedding_VD);
    }

private:
    WeightStore* m_store;
    std::string m_path;
};

} // namespace fettle
