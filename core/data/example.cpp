#include "core/data/example.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <numeric>

namespace fettle {

namespace {

std::int64_t targetsOf(const TokenizedExample& row, const RowPiece& piece) {
    std::int64_t before = std::ssize(row.prompt), count = 0;
    const std::int64_t first = piece.begin + (piece.continues ? 0 : 1);
    for (const Answer& answer : row.answers) {
        // A second answer begins behind the prompt, where a document begins only if there is no prompt.
        const bool isPredicted = !row.prompt.empty() || row.answers.size() == 1;
        const std::int64_t begin = isPredicted ? std::max<std::int64_t>(0, first - before) : 1;
        const std::int64_t end = std::min(std::ssize(answer.ids), piece.end - before);
        if (begin < end) count += std::count(answer.trained.begin() + begin, answer.trained.begin() + end, 1);
        before += std::ssize(answer.ids);
    }
    return count;
}

} // namespace

std::string describe(const RowOrigin& origin) {
    return (origin.isLine ? "Line " : "Row ") + std::to_string(origin.line) + " of " +
           std::filesystem::path(origin.file).filename().string();
}

TokenizedExample withOneAnswer(std::vector<TokenId> ids, const std::vector<std::uint8_t>& trained, RowOrigin origin) {
    const auto first = std::find(trained.begin(), trained.end(), 1);
    const auto split = ids.begin() + (first - trained.begin());
    return {.prompt = {ids.begin(), split},
            .answers = {{.ids = {split, ids.end()}, .trained = {first, trained.end()}}},
            .origin = std::move(origin)};
}

Answer sequenceOf(const TokenizedExample& row, std::size_t answer) {
    Answer all{.ids = row.prompt, .trained = std::vector<std::uint8_t>(row.prompt.size(), 0)};
    const Answer& own = row.answers[answer];
    all.ids.insert(all.ids.end(), own.ids.begin(), own.ids.end());
    all.trained.insert(all.trained.end(), own.trained.begin(), own.trained.end());
    return all;
}

std::span<const TokenId> firstSpan(const Answer& answer) {
    const auto end = std::ranges::find(answer.trained, std::uint8_t{0});
    return std::span(answer.ids).first(static_cast<std::size_t>(end - answer.trained.begin()));
}

std::int64_t tokenCount(const TokenizedExample& row) {
    return std::transform_reduce(row.answers.begin(), row.answers.end(), std::ssize(row.prompt), std::plus<>(),
                                 [](const Answer& answer) { return std::ssize(answer.ids); });
}

void append(Answer& document, const TokenizedExample& row, const RowPiece& piece) {
    const Answer& own = row.answers.front();
    const std::int64_t prompt = std::ssize(row.prompt);
    const auto inPrompt = [prompt](std::int64_t place) { return std::min(place, prompt); };
    const auto inAnswer = [prompt](std::int64_t place) { return std::max(place, prompt) - prompt; };
    document.ids.insert(document.ids.end(), row.prompt.begin() + inPrompt(piece.begin),
                        row.prompt.begin() + inPrompt(piece.end));
    document.trained.resize(document.ids.size(), 0);
    document.ids.insert(document.ids.end(), own.ids.begin() + inAnswer(piece.begin),
                        own.ids.begin() + inAnswer(piece.end));
    document.trained.insert(document.trained.end(), own.trained.begin() + inAnswer(piece.begin),
                            own.trained.begin() + inAnswer(piece.end));
}

std::int64_t tokenCount(const MicroBatch& batch) {
    return std::transform_reduce(batch.pieces.begin(), batch.pieces.end(), std::int64_t{0}, std::plus<>(),
                                 [](const RowPiece& piece) { return piece.end - piece.begin; });
}

std::int64_t targetCount(const MicroBatch& batch) {
    return std::transform_reduce(
        batch.pieces.begin(), batch.pieces.end(), std::int64_t{0}, std::plus<>(),
        [&](const RowPiece& piece) { return targetsOf(batch.rows[static_cast<std::size_t>(piece.row)], piece); });
}

} // namespace fettle
