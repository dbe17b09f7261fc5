#define FETTLE_ISA avx512
#include "core/ops/cpu/row_kernels.inc"
