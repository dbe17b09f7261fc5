#pragma once

#include <filesystem>

namespace fettle {

// The files of an adapter folder, whoever wrote it.
struct AdapterFiles {
    enum class Layout { Peft, Mlx, AdapterHub };
    Layout layout = Layout::Peft;
    std::filesystem::path weights, config;
};

// By the name of the file that holds the tensors. Error{BadAdapter} for a folder that has them only as a pickle, which
// can run code when it is opened; a missing file is found missing by whoever opens it.
[[nodiscard]] AdapterFiles adapterFiles(const std::filesystem::path& folder);

} // namespace fettle
