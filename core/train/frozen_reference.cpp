#include "core/train/frozen_reference.h"

namespace fettle {

FrozenReference::FrozenReference(const RunParts& parts, const Trainable& start, const CancelFlag& stop)
    : m_base(start.model()) {
    if (!start.isAdapter()) m_copy = loadFrozen(parts, stop);
    if (const auto folder = initFromOf(parts.config.adapter))
        m_adapters.push_back({.slots = Adapter::load(*folder, model()).slots(), .strengths = {1}});
}

} // namespace fettle
