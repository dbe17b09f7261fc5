#define FETTLE_ISA baseline
#include "core/ops/cpu/row_kernels.inc"
