#pragma once

#include "core/text/jinja/syntax.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace fettle::jinja {

struct OutputSpan {
    std::size_t begin = 0, end = 0; // bytes of the output
};

// Variables, output and limits of one rendering.
class Context {
public:
    explicit Context(Dict variables);

    [[nodiscard]] Value lookup(const std::string& name) const; // undefined where nobody set it
    void set(const std::string& name, Value value);            // in the innermost scope

    // Variables set inside do not outlive it.
    class Scope {
    public:
        explicit Scope(Context& context) : m_context(context) { m_context.m_scopes.emplace_back(); }
        ~Scope() { m_context.m_scopes.pop_back(); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

    private:
        Context& m_context;
    };

    // Only the first `count` scopes are seen inside: those that were open where a macro or a loop stands.
    [[nodiscard]] std::size_t scopes() const { return m_scopes.size(); }
    class Lexical {
    public:
        Lexical(Context& context, std::size_t count);
        ~Lexical();
        Lexical(const Lexical&) = delete;
        Lexical& operator=(const Lexical&) = delete;

    private:
        Context& m_context;
        std::vector<std::unordered_map<std::string, Value>> m_hidden;
    };

    void write(const std::string& text);
    // What `body` writes, instead of writing it.
    [[nodiscard]] std::string captured(const std::function<void()>& body);
    // Runs `body` and remembers what it wrote as the assistant's, unless it is captured.
    void generation(const std::function<void()>& body);

    // From now on the rounds of loops over these values are remembered, unless what they write is captured.
    void watch(const List& elements);
    struct Round {
        std::size_t element = 0; // index in the watched list
        OutputSpan output;
    };
    [[nodiscard]] std::size_t position() const { return m_outputs.back().size(); }
    void noteRound(const Value& element, std::size_t begin);
    [[nodiscard]] const std::vector<Round>& rounds() const { return m_rounds; }

    // Units of work. Error{BadTemplate} beyond the limit, so that no template hangs or fills the memory.
    void charge(std::int64_t steps = 1);
    // Charges what the value weighs: much where it was made, little where it was only fetched.
    enum class Work { Make, Fetch };
    const Value& charged(const Value& value, Work work);
    // Bounds how deep macros and expressions may nest.
    class Depth {
    public:
        explicit Depth(Context& context);
        ~Depth() { --m_context.m_depth; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;

    private:
        Context& m_context;
    };

    [[nodiscard]] const std::string& output() const { return m_outputs.front(); }
    [[nodiscard]] const std::vector<OutputSpan>& spans() const { return m_spans; }

private:
    using Variables = std::unordered_map<std::string, Value>;
    std::vector<Variables> m_scopes;
    std::vector<std::string> m_outputs = {""};
    std::vector<OutputSpan> m_spans;
    std::unordered_map<const void*, std::size_t> m_watched; // the address of a dict, its index
    std::vector<Round> m_rounds;
    std::int64_t m_steps = 0;
    int m_depth = 0;
};

// Loop control travels as these.
struct BreakLoop {};
struct ContinueLoop {};

} // namespace fettle::jinja
