#pragma once

#include "core/data/dataset.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace fettle {

// An archive of token_layout.h that reads what TokenWriter wrote. Error{BadFile} beyond the end, and for what no writer
// writes.
class TokenReader {
public:
    // `content` without the hash at its end.
    TokenReader(std::span<const std::byte> content, const std::vector<DataFileConfig>& files, const Work& work)
        : m_rest(content), m_files(files), m_work(work) {}

    void number(std::int64_t& value) { copy(&value, sizeof value); }
    void number(bool& value);
    void real(double& value) { copy(&value, sizeof value); }
    template <class Values>
    void values(Values& values) {
        constexpr std::size_t kSize = sizeof(typename Values::value_type);
        values.resize(count(kSize));
        copy(values.data(), values.size() * kSize);
    }
    // No item takes less than its own length.
    void length(auto& list) { list.resize(count(sizeof(std::int64_t))); }
    void file(std::string& path);
    void kind(FindingKind& kind);
    void formats(std::map<std::string, std::string>& formats);
    void beginRow() const { throwIfRequested(m_work.stop); }

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    // A count of items that take at least `size` bytes each.
    [[nodiscard]] std::size_t count(std::size_t size);
    void copy(void* target, std::size_t bytes);

    std::span<const std::byte> m_rest;
    std::vector<DataFileConfig> m_files;
    const Work& m_work;
};

} // namespace fettle
