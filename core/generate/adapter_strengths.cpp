#include "core/generate/adapter_strengths.h"

#include <algorithm>

namespace fettle {

AdapterSet joinAdapters(const std::vector<StreamAdapters>& streams) {
    AdapterSet set;
    for (std::size_t s = 0; s < streams.size(); ++s) {
        for (const auto& [slots, strength] : streams[s]) {
            auto use = std::find_if(set.begin(), set.end(), [&](const AdapterUse& u) { return u.slots == slots; });
            if (use == set.end())
                use = set.insert(set.end(), {.slots = slots, .strengths = std::vector<double>(streams.size(), 0.0)});
            use->strengths[s] += strength;
        }
    }
    return set;
}

StreamAdapters fullStrength(const AdapterSet& adapters) {
    StreamAdapters all;
    for (const AdapterUse& use : adapters)
        all.emplace_back(use.slots, 1.0);
    return all;
}

} // namespace fettle
