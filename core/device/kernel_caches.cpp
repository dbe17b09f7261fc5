#include "core/device/device.h"

#include <cstdlib>

namespace fettle {

// oneDNN keeps what it generated for the shapes of a product, ideep a description of it, 1024 of each where nobody says
// otherwise. Rows without padding bring new shapes at each step, so that both fill up, to 0.7 GB and more, with
// products that never come again. A step has some 40 of them, which its layers share.
void limitKernelCaches() {
    for (const char* name : {"ONEDNN_PRIMITIVE_CACHE_CAPACITY", "LRU_CACHE_CAPACITY"})
        ::setenv(name, "128", /*overwrite=*/0);
}

} // namespace fettle
