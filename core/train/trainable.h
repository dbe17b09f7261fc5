#pragma once

#include "core/adapter/adapter.h"
#include "core/config/run_config.h"
#include "core/library/text_side.h"
#include "core/model/causal_lm.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace fettle {

// The values of a file under the leaves' names. Error{BadFile} for another shape.
void copyInto(const NamedTensors& leaves, const TensorSource& source, const std::filesystem::path& file);

// What a run trains: an adapter beside a frozen model, or the model itself, whole or in part. Knows how either is
// saved.
class Trainable {
public:
    Trainable(std::unique_ptr<CausalLM> model, std::optional<Adapter> adapter);

    [[nodiscard]] const CausalLM& model() const { return *m_model; }
    [[nodiscard]] const AdapterSet& adapters() const { return m_adapters; }
    // fp32 leaves under the names that their files use.
    [[nodiscard]] const NamedTensors& parameters() const { return m_parameters; }
    [[nodiscard]] bool isAdapter() const { return m_adapter.has_value(); }
    // "adapter" or "model": the folder's name inside a run or a checkpoint.
    [[nodiscard]] const char* folderName() const { return isAdapter() ? "adapter" : "model"; }

    // An adapter folder with a chat template and a tokenizer of their own origin, or a transformers folder in `dtype`
    // with all of `files`.
    void save(const std::filesystem::path& folder, const std::string& baseName, const SideFiles& files,
              at::ScalarType dtype) const;
    // What training goes on from beside such a folder (Adapter::state); empty: the folder is enough.
    [[nodiscard]] NamedTensors state() const { return m_adapter ? m_adapter->state() : NamedTensors(); }
    // Copies the values of such a folder, or of a file with the state, into the leaves. Error{BadFile} for another
    // shape.
    void restore(const std::filesystem::path& folder);
    void restoreState(const std::filesystem::path& file);

private:
    std::unique_ptr<CausalLM> m_model;
    std::optional<Adapter> m_adapter;
    AdapterSet m_adapters;
    NamedTensors m_parameters;
};

} // namespace fettle
