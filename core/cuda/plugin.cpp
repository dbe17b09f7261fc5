#include "core/cuda/cuda_backend.h"
#include "core/cuda/flash_attention.h"
#include "core/ops/plugin_tables.h"

extern "C" const fettle::PluginAbi fettlePluginAbi = fettle::kPluginAbi;

extern "C" void fettleRegisterPlugin(const fettle::PluginTables& tables) {
    static fettle::cuda::CudaBackend backend;
    tables.registerBackend(at::kCUDA, &backend);
    fettle::ops::KernelTable kernels = tables.kernels;
    kernels.varlen = fettle::cuda::flashAttention();
    tables.registerKernels(at::kCUDA, kernels);
}
