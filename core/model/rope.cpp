#include "core/model/rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fettle {

namespace {

// The context that the model was trained on before it was stretched.
double originalContext(const Architecture& a) {
    return static_cast<double>(a.ropeScaling.originalMaxPositions > 0 ? a.ropeScaling.originalMaxPositions
                                                                      : a.maxPositions);
}

// theta^(2i/d): positions per radian of pair i.
at::Tensor positionsPerRadian(double theta, std::int64_t d) {
    const at::Tensor twice_d = at::arange(0, d, 2, at::kLong).to(at::kFloat);
    return at::pow(theta, twice_d / d);
}

// NTK-aware: a larger base once the sequence outgrows the context, so that the slowest pair just fits.
double dynamicTheta(const Architecture& a, std::int64_t longest) {
    const auto d = static_cast<double>(a.headDim);
    const auto context = static_cast<double>(a.maxPositions);
    const double length = std::max(static_cast<double>(longest), context);
    const double factor = a.ropeScaling.factor;
    return a.ropeTheta * std::pow(factor * length / context - (factor - 1), d / (d - 2));
}

// Fast pairs stay, slow pairs are stretched, those between are mixed (Llama 3.1, arXiv:2407.21783).
at::Tensor llama3(const at::Tensor& inverse_d, const Architecture& a) {
    const RopeScaling& s = a.ropeScaling;
    const at::Tensor turns_d = originalContext(a) / (2 * std::numbers::pi / inverse_d);
    const at::Tensor smooth_d = (turns_d - s.lowFreqFactor) / (s.highFreqFactor - s.lowFreqFactor);
    const at::Tensor mixed_d = (1 - smooth_d) * inverse_d / s.factor + smooth_d * inverse_d;
    const at::Tensor slow_d = at::where(turns_d < s.lowFreqFactor, inverse_d / s.factor, mixed_d);
    return at::where(turns_d > s.highFreqFactor, inverse_d, slow_d);
}

// The pair that turns `rotations` times over the original context, as a fraction.
double yarnPair(double rotations, const Architecture& a) {
    const auto d = static_cast<double>(a.headDim);
    return d * std::log(originalContext(a) / (rotations * 2 * std::numbers::pi)) / (2 * std::log(a.ropeTheta));
}

// 0 for the pairs that stay, 1 for those that are stretched, a ramp between (arXiv:2309.00071).
at::Tensor yarnRamp(const Architecture& a) {
    const double low = std::max(std::floor(yarnPair(a.ropeScaling.betaFast, a)), 0.0);
    const double high = std::min(std::ceil(yarnPair(a.ropeScaling.betaSlow, a)), static_cast<double>(a.headDim - 1));
    const double width = high == low ? 0.001 : high - low; // transformers' guard against a division by zero
    return ((at::arange(a.headDim / 2, at::kFloat) - low) / width).clamp(0, 1);
}

RopeFrequencies yarn(const at::Tensor& perRadian_d, const Architecture& a) {
    const RopeScaling& s = a.ropeScaling;
    const at::Tensor stay_d = 1 - yarnRamp(a);
    const at::Tensor stretched_d = (s.factor * perRadian_d).reciprocal();
    const double factor = s.attentionFactor.value_or(s.factor > 1 ? 0.1 * std::log(s.factor) + 1 : 1);
    return {stretched_d * (1 - stay_d) + perRadian_d.reciprocal() * stay_d, factor};
}

} // namespace

RopeFrequencies ropeFrequencies(const Architecture& a, std::int64_t longest) {
    const std::string& kind = a.ropeScaling.kind;
    const double theta = kind == "dynamic" ? dynamicTheta(a, longest) : a.ropeTheta;
    const at::Tensor perRadian_d = positionsPerRadian(theta, a.headDim);
    if (kind == "yarn") return yarn(perRadian_d, a);
    const at::Tensor inverse_d = perRadian_d.reciprocal();
    if (kind == "linear") return {inverse_d / a.ropeScaling.factor};
    if (kind == "llama3") return {llama3(inverse_d, a)};
    return {inverse_d};
}

RopeAngles ropeAngles(const Architecture& architecture, const at::Tensor& positions_N, std::int64_t longest) {
    const RopeFrequencies frequencies = ropeFrequencies(architecture, longest);
    const at::Tensor inverse_d = frequencies.inverse_d.to(positions_N.device());
    const at::Tensor angles_Nd = positions_N.to(at::kFloat).unsqueeze(1) * inverse_d;
    return {angles_Nd.cos().mul_(frequencies.attentionFactor), angles_Nd.sin().mul_(frequencies.attentionFactor)};
}

} // namespace fettle
