#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fettle {

// Which of its kind a name means: 0 for "cuda", N for "cuda:N", nothing where what follows the colon is no number.
[[nodiscard]] std::optional<int> deviceNumber(std::string_view device);
// "auto", "cpu" or a GPU's name, whether there is such a GPU or not.
[[nodiscard]] bool isDeviceName(std::string_view device);

// What "auto" means for products: bfloat16 where the hardware has it natively, else float16 on a GPU, float32 on a CPU.
[[nodiscard]] std::string autoCompute(bool isGpu, bool hasNativeBf16);

// Cores that this process may run on, or fewer where the control group allows less time (version 2, then 1), read below
// `root`. Of one and a half cores it is one: threads that wait for each other do not gain by half a core.
[[nodiscard]] int usableCores(const std::filesystem::path& root = "/");
// `bytes`, or less where the control group allows less (version 2, then 1), read below `root`.
[[nodiscard]] std::uint64_t withinGroupLimit(std::uint64_t bytes, const std::filesystem::path& root = "/");
// Whether the processor multiplies bfloat16 itself (AVX-512 or AMX), from /proc/cpuinfo below `root`.
[[nodiscard]] bool hasNativeBf16(const std::filesystem::path& root = "/");
[[nodiscard]] bool hasProcessorFlag(const std::string& flag, const std::filesystem::path& root = "/");

} // namespace fettle
