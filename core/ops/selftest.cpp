#include "core/ops/selftest.h"

#include "core/device/device.h"
#include "core/ops/op_case.h"

#include <torch/csrc/autograd/autograd.h>

namespace fettle::ops {

namespace {

// fp32: sums of up to a few hundred products, each rounded at 6e-8. bf16 and fp16 round every stored intermediate;
// their unit roundoffs are 3.9e-3 and 4.9e-4, and up to five roundings meet in one gradient.
double toleranceOf(at::ScalarType compute) {
    return compute == at::kFloat ? 2e-5 : compute == at::kHalf ? 4e-3 : 3e-2;
}

TensorList leaves(const TensorList& values, at::ScalarType type, const at::Device& device) {
    TensorList result;
    for (const at::Tensor& value : values)
        result.push_back(value.detach().to(device, type).clone().set_requires_grad(true));
    return result;
}

// The same numbers as the rounded leaves, in float64 on the CPU.
TensorList widened(const TensorList& values) {
    TensorList result;
    for (const at::Tensor& value : values)
        result.push_back(value.detach().to(at::kCPU, at::kDouble).clone().set_requires_grad(true));
    return result;
}

// In the outputs' own types, so that both sides start from the same numbers.
TensorList backwardWeights(const TensorList& outputs) {
    TensorList weights;
    double phase = 0.3;
    for (const at::Tensor& output : outputs) {
        const at::Tensor wave = at::sin(at::arange(output.numel(), at::kDouble) * 0.7 + phase).view(output.sizes());
        weights.push_back(wave.to(output.scalar_type()));
        phase += 1;
    }
    return weights;
}

void backward(const TensorList& outputs, const TensorList& weights) {
    TensorList roots, gradients;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (!outputs[i].requires_grad()) continue;
        roots.push_back(outputs[i]);
        gradients.push_back(weights[i].to(outputs[i].device(), outputs[i].scalar_type()));
    }
    if (!roots.empty()) torch::autograd::backward(roots, gradients);
}

void compare(SelftestResult& result, const std::string& what, const at::Tensor& got, const at::Tensor& expected) {
    if (!expected.defined() || expected.numel() == 0) return;
    const at::Tensor difference =
        got.defined() ? (got.detach().to(at::kCPU, at::kDouble) - expected.detach()).abs() : expected.detach().abs();
    const double scale = std::max(expected.detach().abs().max().item<double>(), 1e-3);
    const double error = difference.max().item<double>() / scale;
    if (!(error <= result.worst)) { // also true for NaN
        result.worst = error;
        result.detail = what;
    }
}

} // namespace

SelftestResult runCase(const OpCase& opCase, const at::Device& device, at::ScalarType compute) {
    SelftestResult result{.name = opCase.name + " " + c10::toString(compute), .tolerance = toleranceOf(compute)};
    const TensorList activations = leaves(opCase.activations, compute, device);
    const TensorList masters = leaves(opCase.masters, at::kFloat, device);
    const TensorList wideActivations = widened(activations), wideMasters = widened(masters);
    const TensorList outputs = opCase.operation(activations, masters, compute);
    const TensorList expected = opCase.oracle(wideActivations, wideMasters);
    const TensorList weights = backwardWeights(outputs);
    backward(outputs, weights);
    backward(expected, weights);
    for (std::size_t i = 0; i < outputs.size(); ++i)
        compare(result, "output " + std::to_string(i), outputs[i], expected[i]);
    for (std::size_t i = 0; i < activations.size(); ++i)
        compare(result, "gradient of activation " + std::to_string(i), activations[i].grad(),
                wideActivations[i].grad());
    for (std::size_t i = 0; i < masters.size(); ++i)
        compare(result, "gradient of parameter " + std::to_string(i), masters[i].grad(), wideMasters[i].grad());
    result.passed = result.worst <= result.tolerance;
    return result;
}

std::vector<SelftestResult> selftest(const at::Device& device) {
    std::vector<at::ScalarType> types = {at::kFloat, at::kBFloat16};
    if (backendOf(device).hasNative(at::kHalf, device.index())) types.push_back(at::kHalf);
    std::vector<SelftestResult> results;
    for (const OpCase& opCase : opCases(device))
        for (const at::ScalarType compute : types)
            results.push_back(runCase(opCase, device, compute));
    return results;
}

} // namespace fettle::ops
