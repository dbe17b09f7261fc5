#include "core/train/trainable.h"

#include "core/base/error.h"
#include "core/ops/weight_generation.h"
#include "core/source/adapters/adapter_files.h"
#include "core/weights/model_folder.h"

#include <limits>

namespace fettle {

void copyInto(const NamedTensors& leaves, const TensorSource& source, const std::filesystem::path& file) {
    for (const auto& [name, leaf] : leaves) {
        const at::Tensor stored = source.tensor(name);
        if (stored.sizes() != leaf.sizes())
            throw Error{ErrorKind::BadFile,
                        "\"" + name + "\" has another shape than in this run.",
                        "The checkpoint belongs to another run.",
                        {{"tensor", name}, {"file", file.string()}}};
        ops::writeWeight(leaf, stored);
    }
}

Trainable::Trainable(std::unique_ptr<CausalLM> model, std::optional<Adapter> adapter)
    : m_model(std::move(model)), m_adapter(std::move(adapter)) {
    if (m_adapter) {
        m_adapter->setTrainable(true);
        m_adapters = {{.slots = m_adapter->slots()}};
        m_parameters = m_adapter->tensors();
    } else {
        for (const auto& each : m_model->parameters())
            if (each.second.requires_grad()) m_parameters.push_back(each);
    }
}

void Trainable::save(const std::filesystem::path& folder, const std::string& baseName, const SideFiles& files,
                     at::ScalarType dtype) const {
    if (m_adapter) {
        m_adapter->save(folder, baseName);
        files.writeOwnTo(folder);
    } else {
        writeModelFolder(folder, m_model->architecture(), m_model->parameters(), dtype,
                         std::numeric_limits<std::int64_t>::max(), [&](const auto& made) { files.writeTo(made); });
    }
}

void Trainable::restore(const std::filesystem::path& folder) {
    copyInto(m_parameters,
             isAdapter() ? TensorSource::openFile(adapterFiles(folder).weights) : TensorSource::openFolder(folder),
             folder);
}

void Trainable::restoreState(const std::filesystem::path& file) {
    copyInto(state(), TensorSource::openFile(file), file);
}

} // namespace fettle
