#include "core/data/cache/token_writer.h"

namespace fettle {

namespace {

constexpr std::size_t kFlushedBytes = std::size_t{1} << 20;

} // namespace

TokenWriter::TokenWriter(AtomicFile& out, const std::vector<DataFileConfig>& files, const Work& work)
    : m_out(out), m_files(files), m_work(work) {
    std::int64_t place = 0;
    for (const DataFileConfig& file : files)
        m_places.emplace(file.path, place++);
}

void TokenWriter::formats(const std::map<std::string, std::string>& formats) {
    for (const DataFileConfig& file : m_files)
        values(formats.at(file.path));
}

void TokenWriter::finish() {
    flush();
    const std::uint64_t hash = m_hash.value();
    m_out.append(&hash, sizeof hash);
}

void TokenWriter::bytes(const void* data, std::size_t count) {
    m_buffer.append(static_cast<const char*>(data), count);
    if (m_buffer.size() >= kFlushedBytes) flush();
}

void TokenWriter::flush() {
    m_hash.add(m_buffer);
    m_out.append(m_buffer.data(), m_buffer.size());
    m_buffer.clear();
}

} // namespace fettle
