#include "core/ops/kernel_table.h"

#include <array>

namespace fettle::ops {

namespace {

using Tables = std::array<KernelTable, static_cast<std::size_t>(at::COMPILE_TIME_MAX_DEVICE_TYPES)>;

Tables& tables() {
    static Tables all = [] {
        Tables start;
        start.fill(atenKernels());
        start[static_cast<std::size_t>(at::kCPU)] = cpuKernels();
        return start;
    }();
    return all;
}

} // namespace

const KernelTable& kernelsFor(const at::Device& device) {
    return tables()[static_cast<std::size_t>(device.type())];
}

void registerKernels(at::DeviceType type, const KernelTable& table) {
    tables()[static_cast<std::size_t>(type)] = table;
}

} // namespace fettle::ops
