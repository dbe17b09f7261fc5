#pragma once

#include "core/adapter/adapter.h"
#include "core/train/run_parts.h"
#include "core/train/trainable.h"

namespace fettle {

// The model as it was before the run, to be asked while the run goes on: an adapter that was gone on from as a frozen
// copy, as TRL's "ref" adapter; a new adapter is off; a fully trained model has a frozen copy beside it.
class FrozenReference {
public:
    // `start` must outlive it. Cancelled while a copy is loaded.
    FrozenReference(const RunParts& parts, const Trainable& start, const CancelFlag& stop = {});

    [[nodiscard]] const CausalLM& model() const { return m_copy ? *m_copy : m_base; }
    [[nodiscard]] const AdapterSet& adapters() const { return m_adapters; }

private:
    const CausalLM& m_base;
    std::unique_ptr<CausalLM> m_copy;
    AdapterSet m_adapters;
};

} // namespace fettle
