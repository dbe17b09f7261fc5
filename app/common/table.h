#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fettle::cli {

// Left-aligned columns for people, two spaces apart.
class Table {
public:
    explicit Table(std::vector<std::string> head);
    void row(std::vector<std::string> cells); // as many as the head has
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

// "7.3 MB": decimal units, as disks are sold.
[[nodiscard]] std::string sizeText(std::uint64_t bytes);
// "136,346,688".
[[nodiscard]] std::string countText(std::int64_t count);

} // namespace fettle::cli
