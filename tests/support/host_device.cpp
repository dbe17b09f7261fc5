#include "tests/support/host_device.h"

#include "core/device/device.h"
#include "tests/support/host_memory.h"

#include <ATen/EmptyTensor.h>
#include <ATen/detail/PrivateUse1HooksInterface.h>
#include <ATen/native/TensorFactories.h>
#include <ATen/ops/as_strided_native.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/library.h>

namespace fettle::test {

namespace {

using Stack = torch::jit::Stack;

at::Stream stream() {
    return at::Stream(at::Stream::DEFAULT, hostDevice());
}

struct Guard final : c10::impl::NoOpDeviceGuardImpl<at::kPrivateUse1> {
    at::Device exchangeDevice(at::Device) const override { return hostDevice(); }
    at::Device getDevice() const override { return hostDevice(); }
    at::Stream getStream(at::Device) const noexcept override { return stream(); }
    at::Stream exchangeStream(at::Stream) const noexcept override { return stream(); }
};

struct Hooks : at::PrivateUse1HooksInterface {
    bool isBuilt() const override { return true; }
    bool isAvailable() const override { return true; }
    bool hasPrimaryContext(at::DeviceIndex) const override { return true; }
    at::DeviceIndex deviceCount() const override { return 1; }
    at::DeviceIndex getCurrentDevice() const override { return 0; }
};

struct Backend : DeviceBackend {
    int count() const override { return 1; }
    Json describe(int) const override { return {{"device", "host:0"}, {"name", "this process"}}; }
    std::int64_t peakBytes(int) const override { return hostMemoryPeak(); }
    std::int64_t currentBytes(int) const override { return hostMemoryInUse(); }
    void resetPeak(int) override { resetHostMemoryPeak(); }
    void releaseCached(int) override {}
    void synchronize(int) override {}
    bool hasNative(at::ScalarType, int) const override { return true; }
};

bool isOurs(const at::Tensor& tensor) {
    return tensor.defined() && tensor.device() == hostDevice();
}

// The same memory as a tensor of the CPU; to be used while it is open. An operator that resizes it gets memory of the
// CPU.
at::Tensor onCpu(const at::Tensor& tensor) {
    if (!isOurs(tensor)) return tensor;
    const std::size_t bytes =
        at::detail::computeStorageNbytes(tensor.sizes(), tensor.strides(), tensor.dtype().itemsize());
    c10::Storage memory(c10::Storage::use_byte_size_t{}, bytes,
                        c10::DataPtr(tensor.unsafeGetTensorImpl()->mutable_data(), at::kCPU),
                        c10::GetAllocator(c10::DeviceType::CPU),
                        /*resizable=*/true);
    at::Tensor result = at::detail::make_tensor<c10::TensorImpl>(
        std::move(memory), c10::DispatchKeySet(c10::DispatchKey::CPU), tensor.dtype());
    result.unsafeGetTensorImpl()->set_sizes_and_strides(tensor.sizes(), tensor.strides());
    return result;
}

at::Tensor emptyStrided(c10::IntArrayRef sizes, c10::IntArrayRef strides, at::ScalarType type) {
    return at::detail::empty_strided_generic(sizes, strides, hostMemory(),
                                             c10::DispatchKeySet(c10::DispatchKey::PrivateUse1), type);
}

at::Tensor onHostDevice(const at::Tensor& value) {
    const at::Tensor dense = value.is_non_overlapping_and_dense() ? value : value.contiguous();
    at::Tensor result = emptyStrided(dense.sizes(), dense.strides(), dense.scalar_type());
    const OpenHostMemory open;
    onCpu(result).copy_(dense);
    return result;
}

// One call of an operator on the CPU's tensors of the same memory.
class Fallback {
public:
    explicit Fallback(const c10::OperatorHandle& op) : m_op(op) {}

    void call(Stack* stack) {
        const std::size_t count = m_op.schema().arguments().size();
        Stack arguments(stack->end() - static_cast<std::ptrdiff_t>(count), stack->end());
        stack->resize(stack->size() - count);
        for (c10::IValue& argument : arguments)
            stack->push_back(entering(argument));
        {
            const OpenHostMemory open;
            m_op.callBoxed(stack);
        }
        takeOverResized();
        const std::size_t results = m_op.schema().returns().size();
        for (auto result = stack->end() - static_cast<std::ptrdiff_t>(results); result != stack->end(); ++result)
            *result = leaving(*result);
    }

private:
    at::Tensor entering(const at::Tensor& tensor) {
        // A number that became a tensor may be on the CPU, as for every device.
        TORCH_CHECK(!tensor.defined() || isOurs(tensor) || tensor.dim() == 0, m_op.schema().name(),
                    ": a tensor of the CPU among those of the device");
        if (!isOurs(tensor)) return tensor;
        m_given.push_back(tensor);
        m_entered.push_back(onCpu(tensor));
        return m_entered.back();
    }

    c10::IValue entering(const c10::IValue& value) {
        if (value.isTensor()) return entering(value.toTensor());
        if (value.isTensorList()) {
            c10::List<at::Tensor> list;
            for (const at::Tensor& tensor : value.toTensorVector())
                list.push_back(entering(tensor));
            return list;
        }
        if (value.isOptionalTensorList()) {
            c10::List<std::optional<at::Tensor>> list;
            for (const std::optional<at::Tensor>& tensor : value.toOptionalTensorVector())
                list.push_back(tensor ? std::optional(entering(*tensor)) : std::nullopt);
            return list;
        }
        if (value.isDevice()) return at::Device(at::kCPU);
        return value;
    }

    // out= arguments that were too small.
    void takeOverResized() const {
        for (std::size_t i = 0; i < m_entered.size(); ++i) {
            if (m_entered[i].sizes() == m_given[i].sizes()) continue;
            const at::Tensor larger = onHostDevice(m_entered[i]);
            c10::TensorImpl* given = m_given[i].unsafeGetTensorImpl();
            given->set_storage_keep_dtype(larger.storage());
            given->set_sizes_and_strides(larger.sizes(), larger.strides());
        }
    }

    // What came in leaves as what it was, a view of it as a view, anything else with memory of the device.
    at::Tensor leaving(const at::Tensor& tensor) const {
        if (!tensor.defined()) return tensor;
        for (std::size_t i = 0; i < m_entered.size(); ++i) {
            if (tensor.is_same(m_entered[i])) return m_given[i];
            if (tensor.storage().is_alias_of(m_entered[i].storage()))
                return m_given[i].as_strided(tensor.sizes(), tensor.strides(),
                                             m_given[i].storage_offset() + tensor.storage_offset());
        }
        return onHostDevice(tensor);
    }

    c10::IValue leaving(const c10::IValue& value) const {
        if (value.isTensor()) return leaving(value.toTensor());
        if (!value.isTensorList()) return value;
        c10::List<at::Tensor> list;
        for (const at::Tensor& tensor : value.toTensorVector())
            list.push_back(leaving(tensor));
        return list;
    }

    const c10::OperatorHandle& m_op;
    std::vector<at::Tensor> m_given, m_entered; // beside each other
};

void fallback(const c10::OperatorHandle& op, Stack* stack) {
    Fallback(op).call(stack);
}

at::Tensor emptyMemoryFormat(c10::IntArrayRef size, std::optional<at::ScalarType> type, std::optional<at::Layout>,
                             std::optional<at::Device>, std::optional<bool>, std::optional<at::MemoryFormat> format) {
    return at::detail::empty_generic(size, hostMemory(), c10::DispatchKeySet(c10::DispatchKey::PrivateUse1),
                                     c10::dtype_or_default(type), format);
}

at::Tensor emptyStridedOp(c10::IntArrayRef size, c10::IntArrayRef stride, std::optional<at::ScalarType> type,
                          std::optional<at::Layout>, std::optional<at::Device>, std::optional<bool>) {
    return emptyStrided(size, stride, c10::dtype_or_default(type));
}

at::Tensor copyFrom(const at::Tensor& from, const at::Tensor& to, bool) {
    if (!isOurs(from)) ++hostDeviceCounts().in;
    if (!isOurs(to)) ++hostDeviceCounts().out;
    const OpenHostMemory open;
    onCpu(to).copy_(onCpu(from));
    return to;
}

at::Scalar localScalar(const at::Tensor& tensor) {
    ++hostDeviceCounts().scalars;
    const OpenHostMemory open;
    return onCpu(tensor).item();
}

} // namespace

TORCH_LIBRARY_IMPL(_, PrivateUse1, library) {
    library.fallback(torch::CppFunction::makeFromBoxedFunction<&fallback>());
}

TORCH_LIBRARY_IMPL(aten, PrivateUse1, library) {
    library.impl("empty.memory_format", &emptyMemoryFormat);
    library.impl("empty_strided", &emptyStridedOp);
    library.impl("as_strided", &at::native::as_strided_tensorimpl);
    library.impl("_copy_from", &copyFrom);
    library.impl("_local_scalar_dense", &localScalar);
}

C10_REGISTER_GUARD_IMPL(PrivateUse1, Guard)

HostDeviceCounts& hostDeviceCounts() {
    static HostDeviceCounts counts;
    return counts;
}

void installHostDevice() {
    c10::register_privateuse1_backend("host");
    c10::SetAllocator(c10::DeviceType::PrivateUse1, hostMemory());
    static Hooks hooks;
    at::RegisterPrivateUse1HooksInterface(&hooks);
    static Backend backend;
    registerBackend(at::kPrivateUse1, &backend);
}

} // namespace fettle::test
