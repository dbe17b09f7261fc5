#include "core/ops/aten/aten.h"

namespace fettle::ops::aten {

// ATen's kernels for half types compute in fp32.
at::Tensor act(const at::Tensor& x, Activation activation) {
    switch (activation) {
    case Activation::Silu:
        return at::silu(x);
    case Activation::Gelu:
        return at::gelu(x, "none");
    case Activation::GeluTanh:
        return at::gelu(x, "tanh");
    case Activation::Relu:
        return at::relu(x);
    }
    return {};
}

at::Tensor actBackward(const at::Tensor& dy, const at::Tensor& x, Activation activation) {
    switch (activation) {
    case Activation::Silu:
        return at::silu_backward(dy, x);
    case Activation::Gelu:
        return at::gelu_backward(dy, x, "none");
    case Activation::GeluTanh:
        return at::gelu_backward(dy, x, "tanh");
    case Activation::Relu:
        return at::threshold_backward(dy, x, 0);
    }
    return {};
}

at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation) {
    return aten::act(gate_NF.to(at::kFloat), activation).mul(up_NF).to(gate_NF.scalar_type());
}

GatedGradients gatedActBackward(const at::Tensor& dy_NF, const at::Tensor& gate_NF, const at::Tensor& up_NF,
                                Activation activation) {
    const at::Tensor gate = gate_NF.to(at::kFloat), dy = dy_NF.to(at::kFloat);
    return {aten::actBackward(dy * up_NF, gate, activation).to(gate_NF.scalar_type()),
            aten::act(gate, activation).mul(dy).to(up_NF.scalar_type())};
}

} // namespace fettle::ops::aten
