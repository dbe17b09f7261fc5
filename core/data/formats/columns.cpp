#include "core/data/formats/columns.h"

#include "core/data/row_problems.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace fettle {

namespace {

// A finite number, also as the text that a table of texts has for it.
std::optional<double> numberIn(const Json& value) {
    double number = value.is_number() ? value.get<double>() : NAN;
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
    }
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

const Json* Columns::find(const std::string& name) const {
    const auto renamed = m_names.find(name);
    const auto found = m_row.find(renamed == m_names.end() ? name : renamed->second);
    return found == m_row.end() || found->is_null() ? nullptr : &*found;
}

std::string Columns::text(const std::string& name) const {
    const Json* value = find(name);
    if (value == nullptr || !value->is_string())
        throw badRow(m_origin, "has no text \"" + name + "\"", {FindingKind::MissingText, name});
    return value->get<std::string>();
}

std::string Columns::textOrEmpty(const std::string& name) const {
    return has(name) ? text(name) : std::string();
}

double Columns::numberOrZero(const std::string& name) const {
    const Json* value = find(name);
    if (value == nullptr) return 0;
    const std::optional<double> number = numberIn(*value);
    if (!number) throw badRow(m_origin, "has a \"" + name + "\" that is no number", {FindingKind::BadNumber, name});
    return *number;
}

const Json* Columns::conversation() const {
    const Json* list = find("messages");
    if (list == nullptr) list = find("conversations");
    return list != nullptr && list->is_array() && !list->empty() ? list : nullptr;
}

bool Columns::hasTurnsWith(const char* key) const {
    const Json* list = conversation();
    return list != nullptr && list->front().is_object() && list->front().contains(key);
}

const Json& Columns::neededConversation() const {
    const Json* list = conversation();
    if (list == nullptr)
        throw badRow(m_origin, "has no \"messages\" list", "Add it, or choose another format for this file.",
                     {FindingKind::MissingConversation});
    return *list;
}

Json Columns::withSystem(Json turns) const {
    const std::string system = textOrEmpty("system");
    const bool hasTurn = !turns.empty() && turns.front().value("role", "") == "system";
    if (!system.empty() && !hasTurn) turns.insert(turns.begin(), Json{{"role", "system"}, {"content", system}});
    return turns;
}

Json Columns::tools() const {
    const Json* tools = find("tools");
    if (tools == nullptr || *tools == "") return nullptr;
    const Json list =
        tools->is_string() ? parseJson(tools->get<std::string>(), describe(m_origin) + ": \"tools\"") : *tools;
    if (!list.is_array()) throw badRow(m_origin, "has \"tools\" that are no list", {FindingKind::BadTools});
    return list;
}

Json Columns::extras() const {
    const Json* extras = find("chat_template_kwargs");
    return extras != nullptr && extras->is_object() ? *extras : Json::object();
}

} // namespace fettle
