#include "core/data/batches.h"

#include <algorithm>
#include <map>

namespace fettle {

namespace {

using Bin = std::vector<Document>;

Document slice(const std::vector<TokenId>& ids, const std::vector<std::uint8_t>& trained, std::int64_t begin,
               std::int64_t end) {
    return {.ids = {ids.begin() + begin, ids.begin() + end},
            .trained = {trained.begin() + begin, trained.begin() + end}};
}

enum class Overflow { Drop, Keep };

// Rows as documents of at most `capacity` tokens, in file order.
std::vector<Document> cut(const std::vector<TokenizedExample>& rows, std::int64_t capacity, Overflow overflow) {
    std::vector<Document> documents;
    for (const TokenizedExample& row : rows) {
        const std::int64_t length = std::ssize(row.ids);
        const std::int64_t end = overflow == Overflow::Keep ? length : std::min(length, capacity);
        for (std::int64_t begin = 0; begin < end; begin += capacity)
            documents.push_back(slice(row.ids, row.trained, begin, std::min(begin + capacity, end)));
    }
    return documents;
}

// The longest first, each into the fullest bin that still takes it; of equally full bins the one that has been so for
// longest (a multimap keeps equal keys in the order of their arrival).
std::vector<Bin> bestFitDecreasing(std::vector<Document> documents, std::int64_t capacity) {
    std::stable_sort(documents.begin(), documents.end(),
                     [](const Document& a, const Document& b) { return a.ids.size() > b.ids.size(); });
    std::vector<Bin> bins;
    std::multimap<std::int64_t, std::size_t> openBins; // remaining space -> bin
    for (Document& document : documents) {
        const std::int64_t length = std::ssize(document.ids);
        auto fit = openBins.lower_bound(length);
        if (fit == openBins.end()) {
            fit = openBins.emplace(capacity, bins.size());
            bins.emplace_back();
        }
        const auto [space, bin] = *fit;
        openBins.erase(fit);
        bins[bin].push_back(std::move(document));
        if (space > length) openBins.emplace(space - length, bin);
    }
    return bins;
}

// All rows as one stream, chopped. Documents see each other, so each bin is one document.
std::vector<Bin> wrapped(const std::vector<TokenizedExample>& rows, std::int64_t capacity) {
    Document stream;
    for (const TokenizedExample& row : rows) {
        stream.ids.insert(stream.ids.end(), row.ids.begin(), row.ids.end());
        stream.trained.insert(stream.trained.end(), row.trained.begin(), row.trained.end());
    }
    std::vector<Bin> bins;
    const std::int64_t length = std::ssize(stream.ids);
    for (std::int64_t begin = 0; begin < length; begin += capacity)
        bins.push_back({slice(stream.ids, stream.trained, begin, std::min(begin + capacity, length))});
    return bins;
}

} // namespace

std::vector<std::vector<Document>> packDocuments(const std::vector<TokenizedExample>& rows, std::int64_t capacity,
                                                 const std::string& strategy) {
    if (strategy == "wrapped") return wrapped(rows, capacity);
    const Overflow overflow = strategy == "bfd_split" ? Overflow::Keep : Overflow::Drop;
    return bestFitDecreasing(cut(rows, capacity, overflow), capacity);
}

} // namespace fettle
