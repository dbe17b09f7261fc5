#pragma once

#include "core/hub/sink.h"

#include <string>

namespace fettle {

// An answer that is held in memory. How long it is, is known when it ends.
class TextSink : public Sink {
public:
    State open() override;
    std::uint64_t received() const override { return 0; }
    void restart() override { m_text.clear(); }
    bool append(std::span<const std::byte> bytes) override;
    State settle() override { return m_text.size() <= kLargest ? State::Whole : State::Wrong; }

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    static constexpr std::size_t kLargest = std::size_t{64} << 20; // a list of a hundred thousand files takes 20 MB

    std::string m_text;
};

inline Sink::State TextSink::open() {
    m_text.clear();
    return State::Short;
}

inline bool TextSink::append(std::span<const std::byte> bytes) {
    m_text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return m_text.size() <= kLargest;
}

} // namespace fettle
