#include "core/run/run_history.h"

#include "core/base/mapped_file.h"

#include <optional>
#include <string_view>

namespace fettle {

namespace {

// nullopt for what is no event.
std::optional<Json> parseEvent(const std::string& line) {
    try {
        Json event = parseJson(line, "an event");
        const auto type = event.is_object() ? event.find("type") : event.end();
        if (type == event.end() || !type->is_string()) return std::nullopt;
        return event;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::optional<std::int64_t> integer(const Json& event, const char* key) {
    const auto found = event.find(key);
    return found == event.end() ? std::nullopt : wholeNumber(*found);
}

void discardAbove(std::int64_t step, std::vector<Json>& events) {
    std::erase_if(events, [step](const Json& event) { return *integer(event, "step") > step; });
}

// The list that holds events of a type, if they are kept at all.
std::vector<Json>* listOf(const std::string& type, RunHistory& history) {
    if (type == "step") return &history.steps;
    if (type == "evaluation") return &history.evaluations;
    if (type == "sample") return &history.samples;
    if (type == "checkpoint") return &history.checkpoints;
    if (type == "warning") return &history.warnings;
    return nullptr;
}

} // namespace

void HistoryReader::line(const std::string& text) {
    if (const auto event = parseEvent(text))
        add(*event);
    else
        ++m_history.brokenLines;
}

void HistoryReader::add(const Json& event) {
    const auto& type = event["type"].get_ref<const std::string&>();
    if (type == "started") {
        const std::int64_t resumedFrom = integer(event, "resumed_from").value_or(0);
        for (auto* events : {&m_history.steps, &m_history.evaluations, &m_history.samples})
            discardAbove(resumedFrom, *events);
        m_history.started = event;
        m_history.ended = nullptr;
    } else if (type == "ended" || type == "failed") {
        m_history.ended = event;
    } else if (auto* events = listOf(type, m_history)) {
        if (type == "warning" || integer(event, "step"))
            events->push_back(event);
        else
            ++m_history.brokenLines;
    }
}

RunHistory readHistory(const std::filesystem::path& eventsFile) {
    const auto mapped = MappedFile::open(eventsFile);
    std::string_view rest = mapped->text();
    HistoryReader reader;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        reader.line(std::string(rest.substr(0, end)));
        rest.remove_prefix(end + 1);
    }
    return reader.history();
}

} // namespace fettle
