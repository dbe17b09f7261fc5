#include "core/config/run_config.h"

namespace fettle {

std::int64_t answersPerRow(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) -> std::int64_t {
            if constexpr (requires { own.kAnswersPerRow; }) return own.kAnswersPerRow;
            return 1;
        },
        objective);
}

bool needsScore(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            return requires {
                own.kNeedsScore;
            };
        },
        objective);
}

bool needsLabels(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            return requires {
                own.kNeedsLabels;
            };
        },
        objective);
}

const RolloutConfig* rolloutsOf(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) -> const RolloutConfig* {
            if constexpr (requires { own.rollouts; }) return &own.rollouts;
            return nullptr;
        },
        objective);
}

bool needsFrozenReference(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            if constexpr (requires { own.klCoef; }) return true;
            if constexpr (requires {
                              own.rollouts;
                              own.beta;
                          })
                return own.beta != 0;
            return false;
        },
        objective);
}

bool isPretraining(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            return requires {
                own.kIsPretraining;
            };
        },
        objective);
}

bool needsKlRows(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) {
            if constexpr (requires { own.needsKlRows(); }) return own.needsKlRows();
            return false;
        },
        objective);
}

std::optional<LabelWeights> labelWeights(const ObjectiveConfig& objective) {
    return std::visit(
        [](const auto& own) -> std::optional<LabelWeights> {
            if constexpr (requires { own.desirableWeight; })
                return LabelWeights{own.desirableWeight, own.undesirableWeight};
            return std::nullopt;
        },
        objective);
}

} // namespace fettle
