#include "core/base/content_hash.h"

#include "core/base/mapped_file.h"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>

namespace fettle {

namespace {

// The specification's five primes.
constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87, kPrime2 = 0xC2B2AE3D27D4EB4F, kPrime3 = 0x165667B19E3779F9,
                        kPrime4 = 0x85EBCA77C2B2AE63, kPrime5 = 0x27D4EB2F165667C5;
constexpr std::size_t kBlock = std::size_t{16} << 20; // between two looks at a request to stop

static_assert(std::endian::native == std::endian::little);

template <class Word>
std::uint64_t wordAt(const std::byte* place) {
    Word word;
    std::memcpy(&word, place, sizeof word);
    return word;
}

constexpr std::uint64_t mixedLane(std::uint64_t lane, std::uint64_t word) {
    return std::rotl(lane + word * kPrime2, 31) * kPrime1;
}

void mixStripe(std::array<std::uint64_t, 4>& lanes, const std::byte* place) {
    for (std::size_t i = 0; i < lanes.size(); ++i)
        lanes[i] = mixedLane(lanes[i], wordAt<std::uint64_t>(place + 8 * i));
}

std::uint64_t joinedLanes(const std::array<std::uint64_t, 4>& lanes) {
    std::uint64_t hash =
        std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
    for (const std::uint64_t lane : lanes)
        hash = (hash ^ mixedLane(0, lane)) * kPrime1 + kPrime4;
    return hash;
}

std::uint64_t mixedRest(std::uint64_t hash, std::span<const std::byte> rest) {
    for (; rest.size() >= 8; rest = rest.subspan(8))
        hash = std::rotl(hash ^ mixedLane(0, wordAt<std::uint64_t>(rest.data())), 27) * kPrime1 + kPrime4;
    for (; rest.size() >= 4; rest = rest.subspan(4))
        hash = std::rotl(hash ^ wordAt<std::uint32_t>(rest.data()) * kPrime1, 23) * kPrime2 + kPrime3;
    for (const std::byte byte : rest)
        hash = std::rotl(hash ^ std::to_integer<std::uint64_t>(byte) * kPrime5, 11) * kPrime1;
    return hash;
}

constexpr std::uint64_t avalanche(std::uint64_t hash) {
    hash = (hash ^ (hash >> 33)) * kPrime2;
    hash = (hash ^ (hash >> 29)) * kPrime3;
    return hash ^ (hash >> 32);
}

} // namespace

void ContentHash::add(std::span<const std::byte> bytes) {
    const std::size_t begun = m_size % kStripe;
    m_size += bytes.size();
    if (begun > 0) {
        const std::size_t count = std::min(kStripe - begun, bytes.size());
        std::copy_n(bytes.begin(), count, m_begun.begin() + static_cast<std::ptrdiff_t>(begun));
        if (begun + count < kStripe) return;
        mixStripe(m_lanes, m_begun.data());
        bytes = bytes.subspan(count);
    }
    auto lanes = m_lanes;
    for (; bytes.size() >= kStripe; bytes = bytes.subspan(kStripe))
        mixStripe(lanes, bytes.data());
    m_lanes = lanes;
    std::copy(bytes.begin(), bytes.end(), m_begun.begin());
}

void ContentHash::add(std::string_view text) {
    add(std::as_bytes(std::span(text)));
}

void ContentHash::add(std::span<const std::byte> bytes, const Work& work) {
    while (!bytes.empty()) {
        throwIfRequested(work.stop);
        const auto block = bytes.first(std::min(kBlock, bytes.size()));
        add(block);
        bytes = bytes.subspan(block.size());
    }
}

std::uint64_t ContentHash::value() const {
    const std::uint64_t start = m_size < kStripe ? kPrime5 : joinedLanes(m_lanes);
    return avalanche(mixedRest(start + m_size, std::span(m_begun).first(m_size % kStripe)));
}

std::string ContentHash::text() const {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value()));
    return digits;
}

std::string contentHashOf(const std::filesystem::path& file, const Work& work) {
    ContentHash hash;
    hash.add(MappedFile::open(file)->bytes(), work);
    return hash.text();
}

} // namespace fettle
