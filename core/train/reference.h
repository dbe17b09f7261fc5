#pragma once

#include "core/objective/objective.h"
#include "core/run/run_folder.h"
#include "core/train/run_parts.h"

#include <functional>
#include <optional>
#include <vector>

namespace fettle {

// Sums of log-probabilities of each answer, row by row, as objectives compare against them.
struct ReferenceLogProbs {
    std::vector<float> train, validation; // [rows * answers per row]; empty where the objective needs none, or draws
                                          // answers that are not there yet (frozen_reference.h)
};

// Of the run's rows under the model that it starts from: an adapter that was gone on from stays, as TRL's frozen copy
// "ref" of it does; a new adapter is off; a fully trained model is judged as it was loaded. So `start` must not have
// been trained or restored yet. Each pair is judged once: the result lies in the run folder under the fingerprint of
// rows, starting weights and types, and is read from there afterwards. nullopt: `proceed` said no.
[[nodiscard]] std::optional<ReferenceLogProbs> referenceLogProbs(const Objective& objective, const RunParts& parts,
                                                                 const Trainable& start, const RunFolder& folder,
                                                                 const EventSink& events,
                                                                 const std::function<bool()>& proceed);

// Whether the model of the first step gives the reference's log-probabilities: nothing was added to it yet, or an
// adapter that changes nothing at its start. Learned positions and bottlenecks start at random.
[[nodiscard]] bool startsAsItsReference(const AdapterConfig& adapter);

} // namespace fettle
