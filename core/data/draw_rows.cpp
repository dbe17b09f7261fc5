#include "core/data/draw_rows.h"

#include "core/data/shuffle.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace fettle {

namespace {

constexpr std::uint64_t kSplitStream = ~std::uint64_t{0}; // apart from the epochs, whose streams count from 0
constexpr std::uint64_t kShareStream = kSplitStream - 1;
constexpr std::uint64_t kWeightStream = kSplitStream - 2; // of the first file; further ones count down

// For each example the number of its row of a file, counted from 0; the last one's is one less than their count.
std::vector<std::size_t> rowNumbers(const std::vector<Example>& examples) {
    std::vector<std::size_t> numbers(examples.size());
    for (std::size_t i = 1; i < examples.size(); ++i) {
        const Example &one = examples[i - 1], &other = examples[i];
        const bool isSameRow = one.origin.line > 0 && one.file == other.file && one.origin == other.origin;
        numbers[i] = numbers[i - 1] + (isSameRow ? 0 : 1);
    }
    return numbers;
}

std::int64_t rowCount(const std::vector<Example>& examples) {
    return examples.empty() ? 0 : static_cast<std::int64_t>(rowNumbers(examples).back()) + 1;
}

// Moves so many rows out, the first of a permutation.
std::vector<Example> takeOut(std::vector<Example>& rows, std::int64_t wanted, std::int64_t seed, std::uint64_t stream) {
    const std::vector<std::size_t> numbers = rowNumbers(rows);
    const auto order = permutation(rowCount(rows), static_cast<std::uint64_t>(seed), stream);
    std::vector<bool> isTaken(order.size());
    for (std::int64_t i = 0; i < wanted; ++i)
        isTaken[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = true;
    std::vector<Example> left, taken;
    for (std::size_t i = 0; i < rows.size(); ++i)
        (isTaken[numbers[i]] ? taken : left).push_back(std::move(rows[i]));
    rows = std::move(left);
    return taken;
}

std::int64_t countOf(double share, std::int64_t rows) {
    return std::llround(share * static_cast<double>(rows));
}

void append(std::vector<Example>& all, std::vector<Example> rows) {
    std::move(rows.begin(), rows.end(), std::back_inserter(all));
}

std::vector<Example> weighedFile(std::vector<Example> rows, double weight, std::int64_t seed, std::uint64_t stream) {
    const double times = std::floor(weight);
    std::vector<Example> all;
    for (double time = 0; time < times; ++time)
        append(all, rows);
    const std::int64_t count = rowCount(rows), drawn = countOf(weight - times, count);
    append(all, takeOut(rows, std::max<std::int64_t>(drawn, times == 0 && count > 0 ? 1 : 0), seed, stream));
    return all;
}

} // namespace

std::vector<Example> splitOff(std::vector<Example>& rows, double share, std::int64_t seed) {
    const std::int64_t count = rowCount(rows);
    if (share <= 0 || count < 2) return {};
    return takeOut(rows, std::clamp<std::int64_t>(countOf(share, count), 1, count - 1), seed, kSplitStream);
}

void keepShare(std::vector<Example>& rows, double share, std::int64_t seed) {
    if (share >= 1 || rows.empty()) return;
    rows = takeOut(rows, std::max<std::int64_t>(countOf(share, rowCount(rows)), 1), seed, kShareStream);
}

std::vector<Example> weighed(std::vector<Example> rows, const std::vector<DataFileConfig>& files, std::int64_t seed) {
    if (std::ranges::all_of(files, [](const auto& file) { return file.weight == 1; })) return rows;
    std::vector<Example> all;
    auto begin = rows.begin();
    for (std::size_t file = 0; file < files.size(); ++file) {
        const auto end = std::find_if(begin, rows.end(), [&](const Example& row) { return row.file != file; });
        std::vector<Example> own{std::move_iterator(begin), std::move_iterator(end)};
        append(all, weighedFile(std::move(own), files[file].weight, seed, kWeightStream - file));
        begin = end;
    }
    return all;
}

} // namespace fettle
