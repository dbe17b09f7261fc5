#include "core/model/blocks/rope.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fettle {

namespace {

// The context that the model was trained on before it was stretched.
double originalContext(const Rope& rope) {
    const std::int64_t original = rope.scaling.originalMaxPositions;
    return static_cast<double>(original > 0 ? original : rope.maxPositions);
}

// theta^(2i/d): positions per radian of pair i.
at::Tensor positionsPerRadian(double theta, std::int64_t d) {
    const at::Tensor twice_d = at::arange(0, d, 2, at::kLong).to(at::kFloat);
    return at::pow(theta, twice_d / d);
}

// NTK-aware: a larger base once the sequence outgrows the context, so that the slowest pair just fits.
double dynamicTheta(const Rope& rope, std::int64_t longest) {
    const auto d = static_cast<double>(rope.dims), context = static_cast<double>(rope.maxPositions);
    const double length = std::max(static_cast<double>(longest), context), factor = rope.scaling.factor;
    return rope.theta * std::pow(factor * length / context - (factor - 1), d / (d - 2));
}

// Fast pairs stay, slow pairs are stretched, those between are mixed (Llama 3.1, arXiv:2407.21783).
at::Tensor llama3(const at::Tensor& inverse_d, const Rope& rope) {
    const RopeScaling& s = rope.scaling;
    const at::Tensor turns_d = originalContext(rope) / (2 * std::numbers::pi / inverse_d);
    const at::Tensor smooth_d = (turns_d - s.lowFreqFactor) / (s.highFreqFactor - s.lowFreqFactor);
    const at::Tensor mixed_d = (1 - smooth_d) * inverse_d / s.factor + smooth_d * inverse_d;
    const at::Tensor slow_d = at::where(turns_d < s.lowFreqFactor, inverse_d / s.factor, mixed_d);
    return at::where(turns_d > s.highFreqFactor, inverse_d, slow_d);
}

// The pair that turns `rotations` times over the original context, as a fraction.
double yarnPair(double rotations, const Rope& rope) {
    const auto d = static_cast<double>(rope.dims);
    return d * std::log(originalContext(rope) / (rotations * 2 * std::numbers::pi)) / (2 * std::log(rope.theta));
}

// 0 for the pairs that stay, 1 for those that are stretched, a ramp between (arXiv:2309.00071).
at::Tensor yarnRamp(const Rope& rope) {
    const RopeScaling& s = rope.scaling;
    const double first = yarnPair(s.betaFast, rope), last = yarnPair(s.betaSlow, rope);
    const double low = std::max(s.truncate ? std::floor(first) : first, 0.0);
    const double high = std::min(s.truncate ? std::ceil(last) : last, static_cast<double>(rope.dims - 1));
    const double width = high == low ? 0.001 : high - low; // transformers' guard against a division by zero
    return ((at::arange(rope.dims / 2, at::kFloat) - low) / width).clamp(0, 1);
}

// Longer contexts flatten attention, which larger cosines and sines make up for.
double yarnFactor(const RopeScaling& s) {
    if (s.attentionFactor) return *s.attentionFactor;
    const auto magnified = [&](double by) { return s.factor > 1 ? 0.1 * by * std::log(s.factor) + 1 : 1; };
    const bool isQuotient = s.mscale.value_or(0) != 0 && s.mscaleAllDim.value_or(0) != 0;
    return isQuotient ? magnified(*s.mscale) / magnified(*s.mscaleAllDim) : magnified(1);
}

RopeFrequencies yarn(const at::Tensor& perRadian_d, const Rope& rope) {
    const at::Tensor stay_d = 1 - yarnRamp(rope);
    const at::Tensor stretched_d = (rope.scaling.factor * perRadian_d).reciprocal();
    return {stretched_d * (1 - stay_d) + perRadian_d.reciprocal() * stay_d, yarnFactor(rope.scaling)};
}

// Two tables of divisors, for sequences within the original context and beyond it (LongRoPE, arXiv:2402.13753).
RopeFrequencies longrope(const at::Tensor& perRadian_d, const Rope& rope, std::int64_t longest) {
    const RopeScaling& s = rope.scaling;
    const double context = originalContext(rope);
    const std::vector<double>& divisors = static_cast<double>(longest) > context ? s.longFactors : s.shortFactors;
    const double implied = s.factor > 1 ? std::sqrt(1 + std::log(s.factor) / std::log(context)) : 1;
    return {(at::tensor(divisors, at::kFloat) * perRadian_d).reciprocal(), s.attentionFactor.value_or(implied)};
}

} // namespace

RopeFrequencies ropeFrequencies(const Rope& rope, std::int64_t longest) {
    const std::string& kind = rope.scaling.kind;
    const double theta = kind == "dynamic" ? dynamicTheta(rope, longest) : rope.theta;
    const at::Tensor perRadian_d = positionsPerRadian(theta, rope.dims);
    if (kind == "yarn") return yarn(perRadian_d, rope);
    if (kind == "longrope") return longrope(perRadian_d, rope, longest);
    const at::Tensor inverse_d = perRadian_d.reciprocal();
    if (kind == "linear") return {inverse_d / rope.scaling.factor};
    if (kind == "llama3") return {llama3(inverse_d, rope)};
    return {inverse_d};
}

RopeAngles ropeAngles(const Rope& rope, const at::Tensor& positions_N, std::int64_t longest) {
    const RopeFrequencies frequencies = ropeFrequencies(rope, longest);
    const at::Tensor inverse_d = frequencies.inverse_d.to(positions_N.device());
    const at::Tensor angles_Nd = positions_N.to(at::kFloat).unsqueeze(1) * inverse_d;
    return {angles_Nd.cos().mul_(frequencies.attentionFactor), angles_Nd.sin().mul_(frequencies.attentionFactor)};
}

} // namespace fettle
