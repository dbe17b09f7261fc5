#include "core/base/proc.h"

#include <fstream>
#include <sstream>

namespace fettle {

std::uint64_t procBytes(const std::filesystem::path& file, const std::string& key) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string name;
        std::uint64_t kilobytes = 0;
        if (words >> name >> kilobytes && name == key + ":") return kilobytes * 1024;
    }
    return 0;
}

} // namespace fettle
