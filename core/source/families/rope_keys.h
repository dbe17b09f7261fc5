#pragma once

#include "core/source/architecture.h"
#include "core/source/config_reader.h"

namespace fettle {

// What a family's class makes of rotary keys.
struct RopeRules {
    double defaultTheta = 10000;
    bool canBePartial = false; // partial_rotary_factor: only the first part of each head turns
    double defaultShare = 1;   // that part where no key says it
    bool canBeLong = false;    // the kind "longrope", which early files call "su" or "yarn"
};

// The one rope of a model whose layers all turn alike, in the old spelling (rope_theta, rope_scaling) or the new one
// (rope_parameters); an object of the old name counts where both are there. Puts it into the architecture and every
// layer. Error{BadModel} naming a kind or a key that is not honoured.
void readSharedRope(Architecture& architecture, const ConfigReader& config, const RopeRules& rules = {});

// Of one object of such keys.
[[nodiscard]] Rope readRope(const ConfigReader& keys, const ConfigReader& config, const Architecture& architecture,
                            const RopeRules& rules);

} // namespace fettle
