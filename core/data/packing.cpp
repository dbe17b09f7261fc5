#include "core/data/batches.h"

#include <algorithm>
#include <map>

namespace fettle {

namespace {

enum class Overflow { Drop, Keep };

std::int64_t lengthOf(const RowPiece& piece) {
    return piece.end - piece.begin;
}

// Rows as documents of at most `capacity` tokens, in file order.
std::vector<RowPiece> cut(std::span<const TokenizedExample> rows, std::int64_t capacity, Overflow overflow) {
    std::vector<RowPiece> documents;
    for (std::int64_t row = 0; row < std::ssize(rows); ++row) {
        const std::int64_t length = tokenCount(rows[static_cast<std::size_t>(row)]);
        const std::int64_t end = overflow == Overflow::Keep ? length : std::min(length, capacity);
        for (std::int64_t begin = 0; begin < end; begin += capacity)
            documents.push_back({.row = row, .begin = begin, .end = std::min(begin + capacity, end)});
    }
    return documents;
}

Units inOrder(const std::vector<std::vector<RowPiece>>& bins) {
    Units units;
    for (const auto& bin : bins) {
        units.pieces.insert(units.pieces.end(), bin.begin(), bin.end());
        units.starts.push_back(std::ssize(units.pieces));
    }
    return units;
}

// The longest first, each into the fullest bin that still takes it; of equally full bins the one that has been so for
// longest (a multimap keeps equal keys in the order of their arrival).
Units bestFitDecreasing(std::vector<RowPiece> documents, std::int64_t capacity) {
    std::stable_sort(documents.begin(), documents.end(),
                     [](const RowPiece& a, const RowPiece& b) { return lengthOf(a) > lengthOf(b); });
    std::vector<std::vector<RowPiece>> bins;
    std::multimap<std::int64_t, std::size_t> openBins; // remaining space -> bin
    for (const RowPiece& document : documents) {
        const std::int64_t length = lengthOf(document);
        auto fit = openBins.lower_bound(length);
        if (fit == openBins.end()) {
            fit = openBins.emplace(capacity, bins.size());
            bins.emplace_back();
        }
        const auto [space, bin] = *fit;
        openBins.erase(fit);
        bins[bin].push_back(document);
        if (space > length) openBins.emplace(space - length, bin);
    }
    return inOrder(bins);
}

// All rows as one stream, chopped. Documents see each other, so each bin is one document.
Units wrapped(std::span<const TokenizedExample> rows, std::int64_t capacity) {
    Units units;
    std::int64_t filled = 0; // of the open bin
    for (std::int64_t row = 0; row < std::ssize(rows); ++row) {
        const std::int64_t length = tokenCount(rows[static_cast<std::size_t>(row)]);
        for (std::int64_t begin = 0; begin < length;) {
            const std::int64_t end = std::min(length, begin + capacity - filled);
            units.pieces.push_back({.row = row, .begin = begin, .end = end, .continues = filled > 0});
            filled = (filled + end - begin) % capacity;
            if (filled == 0) units.starts.push_back(std::ssize(units.pieces));
            begin = end;
        }
    }
    if (filled > 0) units.starts.push_back(std::ssize(units.pieces));
    return units;
}

} // namespace

Units packRows(std::span<const TokenizedExample> rows, std::int64_t capacity, const std::string& strategy) {
    if (strategy == "wrapped") return wrapped(rows, capacity);
    const Overflow overflow = strategy == "bfd_split" ? Overflow::Keep : Overflow::Drop;
    return bestFitDecreasing(cut(rows, capacity, overflow), capacity);
}

} // namespace fettle
