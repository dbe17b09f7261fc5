#pragma once

#include <ATen/core/Generator.h>

#include <cstdint>
#include <string>

namespace fettle {

// Random numbers that depend on a seed and a tensor's name only, so that no tensor's start depends on the others.
[[nodiscard]] at::Generator namedGenerator(std::uint64_t seed, const std::string& name);

} // namespace fettle
