#pragma once

#include "core/base/content_hash.h"
#include "core/base/files.h"
#include "core/data/dataset.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// An archive of token_layout.h that writes: little-endian numbers of eight bytes, plain values as they are in memory.
class TokenWriter {
public:
    TokenWriter(AtomicFile& out, const std::vector<DataFileConfig>& files, const Work& work);

    void number(std::int64_t value) { bytes(&value, sizeof value); }
    void real(double value) { bytes(&value, sizeof value); }
    template <class Values>
    void values(const Values& values) {
        length(values);
        bytes(values.data(), values.size() * sizeof(typename Values::value_type));
    }
    void length(const auto& list) { number(std::ssize(list)); }
    void kind(FindingKind kind) { number(static_cast<std::int64_t>(kind)); }
    void file(const std::string& path) { number(m_places.at(path)); }
    void formats(const std::map<std::string, std::string>& formats);
    void beginRow() const { throwIfRequested(m_work.stop); }

    void finish(); // with the hash of all that was written

private:
    void bytes(const void* data, std::size_t count);
    void flush();

    AtomicFile& m_out;
    std::vector<DataFileConfig> m_files;
    std::map<std::string, std::int64_t> m_places; // path -> the first file there
    const Work& m_work;
    std::string m_buffer;
    ContentHash m_hash;
};

} // namespace fettle
