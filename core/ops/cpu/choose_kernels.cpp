#include "core/ops/cpu/row_kernels.h"

#include <cstdlib>
#include <string_view>

namespace fettle::ops::cpu {

extern const CpuKernels baselineKernels, avx2Kernels, avx512Kernels;

namespace {

bool hasAvx2() {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

bool hasAvx512() {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

const CpuKernels& choose() {
    const char* wanted = std::getenv("FETTLE_CPU_ISA");
    const std::string_view most = wanted == nullptr ? "avx512" : wanted;
    if (most != "baseline" && most != "avx2" && hasAvx512()) return avx512Kernels;
    return most != "baseline" && hasAvx2() ? avx2Kernels : baselineKernels;
}

} // namespace

const CpuKernels& kernels() {
    static const CpuKernels& chosen = choose();
    return chosen;
}

} // namespace fettle::ops::cpu
