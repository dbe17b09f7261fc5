#include "core/text/jinja/context.h"

#include "core/text/jinja/globals.h"

#include <algorithm>
#include <iterator>

namespace fettle::jinja {

namespace {

constexpr std::int64_t kMostSteps = 2'000'000;
constexpr std::size_t kMostOutput = 64 << 20; // bytes
constexpr int kDeepestCall = 200;
constexpr std::int64_t kBytesOfAStep = 512;

} // namespace

Context::Context(Dict variables) : m_scopes(2) {
    for (auto& [name, value] : globals())
        m_scopes[0][name.text()] = value;
    for (auto& [name, value] : variables)
        m_scopes[1][name.text()] = std::move(value);
}

Value Context::lookup(const std::string& name) const {
    for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope)
        if (const auto found = scope->find(name); found != scope->end()) return found->second;
    return Value::undefined(name);
}

void Context::set(const std::string& name, Value value) {
    m_scopes.back()[name] = std::move(value);
}

void Context::write(const std::string& text) {
    charge(static_cast<std::int64_t>(text.size()) / kBytesOfAStep);
    if (m_outputs.back().size() + text.size() > kMostOutput) fail("The template writes more than 64 MB");
    m_outputs.back() += text;
}

std::string Context::captured(const std::function<void()>& body) {
    m_outputs.emplace_back();
    try {
        body();
    } catch (...) {
        m_outputs.pop_back();
        throw;
    }
    std::string text = std::move(m_outputs.back());
    m_outputs.pop_back();
    return text;
}

void Context::generation(const std::function<void()>& body) {
    const bool isCaptured = m_outputs.size() > 1;
    const std::size_t begin = position();
    body();
    if (!isCaptured) m_spans.push_back({begin, m_outputs.back().size()});
}

void Context::watch(const List& elements) {
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (elements[i].isDict()) m_watched[&elements[i].entries()] = i;
}

void Context::noteRound(const Value& element, std::size_t begin) {
    if (m_outputs.size() > 1 || !element.isDict()) return;
    if (const auto found = m_watched.find(&element.entries()); found != m_watched.end())
        m_rounds.push_back({found->second, {begin, position()}});
}

void Context::charge(std::int64_t steps) {
    m_steps += steps;
    if (m_steps > kMostSteps) fail("The template takes too many steps");
}

const Value& Context::charged(const Value& value, Work work) {
    charge(1 + value.weight() / (work == Work::Make ? 16 : 256));
    return value;
}

Context::Lexical::Lexical(Context& context, std::size_t count) : m_context(context) {
    auto& scopes = context.m_scopes;
    const auto first = scopes.begin() + static_cast<std::ptrdiff_t>(std::min(count, scopes.size()));
    m_hidden.assign(std::make_move_iterator(first), std::make_move_iterator(scopes.end()));
    scopes.erase(first, scopes.end());
}

Context::Lexical::~Lexical() {
    m_context.m_scopes.insert(m_context.m_scopes.end(), std::make_move_iterator(m_hidden.begin()),
                              std::make_move_iterator(m_hidden.end()));
}

Context::Depth::Depth(Context& context) : m_context(context) {
    if (++m_context.m_depth > kDeepestCall) {
        --m_context.m_depth;
        fail("The template nests too deeply");
    }
}

} // namespace fettle::jinja
