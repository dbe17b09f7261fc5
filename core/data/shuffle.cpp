#include "core/data/shuffle.h"

#include "core/base/split_mix.h"

#include <numeric>
#include <utility>

namespace fettle {

std::vector<std::int64_t> permutation(std::int64_t count, std::uint64_t seed, std::uint64_t stream) {
    std::vector<std::int64_t> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    // The seed is mixed before the stream is added: neighbouring pairs of both must not meet in one state.
    std::uint64_t state = splitMix64(seed) ^ stream;
    for (std::size_t left = order.size(); left > 1; --left, state += kSplitMixStep)
        std::swap(order[left - 1], order[splitMix64(state) % left]); // bias below left / 2^64
    return order;
}

} // namespace fettle
