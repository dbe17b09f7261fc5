#include "core/train/loss_scale.h"

namespace fettle {

namespace {

constexpr double kGrowth = 2, kBackoff = 0.5;
constexpr std::int64_t kGrowthInterval = 2000;

} // namespace

bool LossScale::note(bool isFinite) {
    if (!isFinite) {
        scale *= kBackoff;
        goodSteps = 0;
        ++skipped;
        return scale >= 1;
    }
    if (++goodSteps == kGrowthInterval) {
        scale *= kGrowth;
        goodSteps = 0;
    }
    return true;
}

Json toJson(const LossScale& scale) {
    return {{"scale", scale.scale}, {"good_steps", scale.goodSteps}, {"skipped", scale.skipped}};
}

LossScale parseLossScale(const Json& json) {
    return {.scale = json.at("scale"), .goodSteps = json.at("good_steps"), .skipped = json.at("skipped")};
}

} // namespace fettle
