#include "core/data/shuffle.h"

#include <numeric>
#include <utility>

namespace fettle {

namespace {

class SplitMix64 {
public:
    explicit SplitMix64(std::uint64_t state) : m_state(state) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t m_state;
};

} // namespace

std::vector<std::int64_t> permutation(std::int64_t count, std::uint64_t seed, std::uint64_t stream) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    // The seed is mixed before the stream is added: neighbouring pairs of both must not meet in one state.
    SplitMix64 random(SplitMix64(seed).next() ^ stream);
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[random.next() % left]); // bias below left / 2^64
    return order;
}

} // namespace fettle
