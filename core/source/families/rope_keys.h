#pragma once

#include "core/source/architecture.h"
#include "core/source/config_reader.h"

namespace fettle {

// The one rope of a model whose layers all turn alike, in the old spelling (rope_theta, rope_scaling) or the new one
// (rope_parameters); an object of the old name counts where both are there. Puts it into the architecture and every
// layer. Error{BadModel} naming a kind or a key that is not honoured.
void readSharedRope(Architecture& architecture, const ConfigReader& config, double defaultTheta = 10000);

// Of one object of such keys. `defaultTheta` where it names none.
[[nodiscard]] Rope readRope(const ConfigReader& keys, const ConfigReader& config, const Architecture& architecture,
                            double defaultTheta);

} // namespace fettle
