#pragma once

#include <filesystem>

namespace fettle::cli {

inline constexpr const char* kTorchVersion = "2.11.0";

// The folder of the torch package whose lib/ holds LibTorch 2.11.0. Looked for in this order: $FETTLE_TORCH, "torch" of
// settings.json, $XDG_DATA_HOME/fettle/runtime, ../lib/torch beside the program, .deps of the source tree around the
// program, the torch of $FETTLE_PYTHON, that of python3. Error{RuntimeMissing} with the command that fetches it; also
// for a folder that was chosen (the first two) and is of no use.
[[nodiscard]] std::filesystem::path findTorch();

// The package folder, if `folder` is one, its lib/, or a virtual environment with torch in it; else empty.
[[nodiscard]] std::filesystem::path torchPackageIn(const std::filesystem::path& folder);

// "2.11.0+cu130", as version.py says; empty where it says nothing.
[[nodiscard]] std::string torchVersion(const std::filesystem::path& package);

// Whether NVIDIA's driver can be opened, without which there is no GPU to use.
[[nodiscard]] bool hasNvidiaDriver();

} // namespace fettle::cli
