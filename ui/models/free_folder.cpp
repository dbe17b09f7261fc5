#include "ui/models/free_folder.h"

#include <string>

namespace fettle::ui {

std::filesystem::path freeFolder(const std::filesystem::path& wanted) {
    std::filesystem::path folder = wanted;
    for (int number = 2; std::filesystem::exists(folder); ++number)
        folder = wanted.string() + "-" + std::to_string(number);
    return folder;
}

} // namespace fettle::ui
