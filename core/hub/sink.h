#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace fettle {

// Takes the bytes of one resource, over as many attempts as they need.
class Sink {
public:
    virtual ~Sink() = default;

    enum class State {
        Whole, // right, and kept
        Short, // right as far as it goes
        Wrong, // not what was asked for; nothing of it is kept
    };

    // Before each attempt. Whole: there is nothing to ask for.
    [[nodiscard]] virtual State open() = 0;
    [[nodiscard]] virtual std::uint64_t received() const = 0; // where the attempt goes on
    virtual void restart() = 0;                               // from the first byte
    // False: more bytes than there may be.
    [[nodiscard]] virtual bool append(std::span<const std::byte> bytes) = 0;
    // What has been received so far. A whole resource is put into its place, once.
    [[nodiscard]] virtual State settle() = 0;
};

} // namespace fettle
