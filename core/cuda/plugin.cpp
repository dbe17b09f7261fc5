#include "core/cuda/cuda_backend.h"
#include "core/cuda/flash_attention.h"
#include "core/ops/plugin_tables.h"

extern "C" void fettleRegisterPlugin(const fettle::PluginTables& tables) {
    static fettle::cuda::CudaBackend backend;
    tables.registerBackend(at::kCUDA, &backend);
    tables.registerVarlenKernel(at::kCUDA, fettle::cuda::flashAttention());
}
