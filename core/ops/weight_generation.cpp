#include "core/ops/weight_generation.h"

namespace fettle::ops {

namespace {

// Rides on the tensor; detached aliases share it.
struct Generation : c10::BackendMeta {
    std::uint64_t count = 0;
};

Generation* metaOf(const at::Tensor& weight) {
    return dynamic_cast<Generation*>(weight.unsafeGetTensorImpl()->get_backend_meta());
}

} // namespace

void markWritten(const at::Tensor& weight) {
    if (metaOf(weight) == nullptr) weight.unsafeGetTensorImpl()->set_backend_meta(c10::make_intrusive<Generation>());
    ++metaOf(weight)->count;
}

void writeWeight(const at::Tensor& weight, const at::Tensor& values) {
    const at::NoGradGuard noGrad;
    at::Tensor(weight).copy_(values);
    markWritten(weight);
}

std::uint64_t generationOf(const at::Tensor& weight) {
    const Generation* meta = metaOf(weight);
    return meta == nullptr ? 0 : meta->count;
}

} // namespace fettle::ops
