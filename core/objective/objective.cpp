#include "core/objective/objective.h"

#include "core/objective/next_token.h"

namespace fettle {

namespace {

// Pre-training and supervised tuning differ in their data, not in their loss.
struct Maker {
    std::unique_ptr<Objective> operator()(const SftObjective&) const { return std::make_unique<NextToken>(); }
    std::unique_ptr<Objective> operator()(const PretrainObjective&) const { return std::make_unique<NextToken>(); }
};

} // namespace

std::unique_ptr<Objective> makeObjective(const ObjectiveConfig& config) {
    return std::visit(Maker{}, config);
}

} // namespace fettle
