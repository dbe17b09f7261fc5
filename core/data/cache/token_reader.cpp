#include "core/data/cache/token_reader.h"

#include "core/base/error.h"

#include <cstring>

namespace fettle {

namespace {

[[noreturn]] void refuseKeptTokens() {
    throw Error{ErrorKind::BadFile, "A file of tokens is not what was written."};
}

} // namespace

void TokenReader::number(bool& value) {
    std::int64_t number = 0;
    this->number(number);
    value = number != 0;
}

void TokenReader::file(std::string& path) {
    std::int64_t place = 0;
    number(place);
    if (place < 0 || place >= std::ssize(m_files)) refuseKeptTokens();
    path = m_files[static_cast<std::size_t>(place)].path;
}

void TokenReader::kind(FindingKind& kind) {
    std::int64_t place = 0;
    number(place);
    if (place < 0 || place >= kFindingKinds) refuseKeptTokens();
    kind = static_cast<FindingKind>(place);
}

void TokenReader::formats(std::map<std::string, std::string>& formats) {
    for (const DataFileConfig& file : m_files)
        values(formats[file.path]);
}

std::size_t TokenReader::count(std::size_t size) {
    std::int64_t wanted = 0;
    number(wanted);
    if (wanted < 0 || static_cast<std::size_t>(wanted) > m_rest.size() / size) refuseKeptTokens();
    return static_cast<std::size_t>(wanted);
}

void TokenReader::copy(void* target, std::size_t bytes) {
    if (bytes > m_rest.size()) refuseKeptTokens();
    if (bytes > 0) std::memcpy(target, m_rest.data(), bytes);
    m_rest = m_rest.subspan(bytes);
}

} // namespace fettle
