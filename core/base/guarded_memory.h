#pragma once

#include <cstddef>
#include <span>

namespace fettle {

// While guarded, a page of a file mapping whose file became shorter (SIGBUS) reads as zeros; any other SIGBUS does what
// it did before. At most 1024 areas at a time; more stay unguarded.
void guardMemory(std::span<const std::byte> area);
void unguardMemory(std::span<const std::byte> area);

} // namespace fettle
