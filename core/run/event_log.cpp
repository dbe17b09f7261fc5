#include "core/run/event_log.h"

#include "core/base/files.h"
#include "core/base/mapped_file.h"

#include <cerrno>
#include <optional>
#include <string_view>
#include <unistd.h>

namespace fettle {

namespace {

constexpr int kProtocol = 1;

// A log that counts further than any run leaves room for is damaged; counting on from there would overflow.
bool isSequence(const Json& value) {
    const auto number = wholeNumber(value);
    return number && *number >= 0 && *number < std::int64_t{1} << 53;
}

std::optional<std::int64_t> sequenceOf(std::string_view line) {
    const Json event = Json::parse(line, nullptr, false);
    if (!event.is_object() || !event.contains("seq") || !isSequence(event["seq"])) return std::nullopt;
    return wholeNumber(event["seq"]);
}

// The last number given out; 0 for an empty log. Broken lines are passed over.
std::int64_t lastSequence(std::string_view lines) {
    while (!lines.empty()) {
        lines.remove_suffix(1);                          // its newline
        const std::size_t start = lines.rfind('\n') + 1; // npos + 1 is 0
        if (const auto sequence = sequenceOf(lines.substr(start))) return *sequence;
        lines = lines.substr(0, start);
    }
    return 0;
}

} // namespace

EventLog::EventLog(std::filesystem::path file, std::function<void(const std::string&)> mirror)
    : m_file(std::move(file)), m_start(std::chrono::steady_clock::now()), m_mirror(std::move(mirror)) {
    m_descriptor = openForAppending(m_file);
    const auto mapped = MappedFile::open(m_file);
    const std::string_view complete = mapped->text().substr(0, mapped->text().rfind('\n') + 1);
    m_sequence = lastSequence(complete);
    if (::ftruncate(m_descriptor, static_cast<off_t>(complete.size())) != 0) throwSystemError("write", m_file, errno);
}

EventLog::~EventLog() {
    ::close(m_descriptor);
}

void EventLog::append(const Json& event) {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - m_start;
    Json numbered = {{"v", kProtocol}, {"seq", m_sequence + 1}, {"time", time.count()}};
    numbered.update(event);
    const std::string line = toLine(numbered);
    write(line + "\n");
    ++m_sequence;
    if (m_mirror) m_mirror(line);
}

void EventLog::write(const std::string& line) {
    ssize_t written = 0;
    do
        written = ::write(m_descriptor, line.data(), line.size());
    while (written < 0 && errno == EINTR);
    if (written == static_cast<ssize_t>(line.size())) return;
    const int code = written < 0 ? errno : ENOSPC;
    const off_t end = ::lseek(m_descriptor, 0, SEEK_END);
    if (written > 0 && ::ftruncate(m_descriptor, end - written) != 0) throwSystemError("write", m_file, errno);
    throwSystemError("write", m_file, code);
}

void EventLog::sync() {
    if (::fdatasync(m_descriptor) != 0) throwSystemError("write", m_file, errno);
}

} // namespace fettle
