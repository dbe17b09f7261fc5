#define FETTLE_ISA avx2
#include "core/ops/cpu/row_kernels.inc"
