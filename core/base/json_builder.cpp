#include "core/base/json_builder.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace fettle {

namespace {

constexpr std::size_t kMaxDepth = 512;

// A name that two members have; empty pointer where all differ.
const std::string* repeatedName(const JsonMembers& members) {
    std::vector<const std::string*> names;
    names.reserve(members.size());
    for (const auto& [name, value] : members)
        names.push_back(&name);
    std::sort(names.begin(), names.end(), [](const auto* a, const auto* b) { return *a < *b; });
    const auto same = std::adjacent_find(names.begin(), names.end(), [](auto* a, auto* b) { return *a == *b; });
    return same == names.end() ? nullptr : *same;
}

// The last of equal names wins, in the place of the first, as in Python.
JsonMembers withoutRepetitions(JsonMembers&& members) {
    std::unordered_map<std::string_view, std::size_t> places;
    JsonMembers kept;
    kept.reserve(members.size()); // the names must not move
    for (auto& [name, value] : members) {
        const auto known = places.find(name);
        if (known != places.end()) {
            kept[known->second].second = std::move(value);
            continue;
        }
        kept.emplace_back(std::move(name), std::move(value));
        places.emplace(kept.back().first, kept.size() - 1);
    }
    return kept;
}

} // namespace

Json parseJson(std::string_view text, const std::string& what, DuplicateKeys duplicates, const CancelFlag* stop) {
    JsonBuilder builder(duplicates, stop);
    // nlohmann takes it for the end of the text and never looks at what stands behind.
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos)
        throw Error{ErrorKind::BadFile,
                    what + " is not valid JSON: byte " + std::to_string(at + 1) + " is a NUL, which no JSON holds.",
                    "Correct it at that place, or download the file again.",
                    {{"file", what}}};
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        throw Error{ErrorKind::BadFile,
                    what + " " + builder.problem() + ".",
                    "Correct it at that place, or download the file again.",
                    {{"file", what}}};
    return builder.take();
}

bool JsonBuilder::key(string_t& name) {
    m_open.back().members.emplace_back(std::move(name), nullptr);
    return true;
}

bool JsonBuilder::end_object() {
    JsonMembers members = std::move(m_open.back().members);
    if (const std::string* name = members.size() > 1 ? repeatedName(members) : nullptr) {
        if (m_duplicates == DuplicateKeys::Refuse) return refuse("names \"" + *name + "\" twice");
        members = withoutRepetitions(std::move(members));
    }
    return close(objectOf(std::move(members)));
}

bool JsonBuilder::parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
    std::string reason = error.what();
    if (const auto code = reason.find("] "); code != std::string::npos) reason = reason.substr(code + 2);
    return refuse("is not valid JSON: " + reason);
}

bool JsonBuilder::add(Json value) {
    throwIfRequested(m_stop);
    if (m_open.empty())
        m_root = std::move(value);
    else if (m_open.back().isObject)
        m_open.back().members.back().second = std::move(value);
    else
        m_open.back().items.push_back(std::move(value));
    return true;
}

bool JsonBuilder::open(bool isObject) {
    if (m_open.size() >= kMaxDepth) return refuse("is nested too deeply");
    m_open.push_back({.isObject = isObject, .members = {}, .items = {}});
    return true;
}

bool JsonBuilder::close(Json value) {
    m_open.pop_back();
    return add(std::move(value));
}

bool JsonBuilder::refuse(std::string problem) {
    m_problem = std::move(problem);
    return false;
}

} // namespace fettle
