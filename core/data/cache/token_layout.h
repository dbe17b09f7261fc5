#pragma once

#include "core/data/dataset.h"

#include <concepts>
#include <type_traits>

namespace fettle {

// How prepared data lie in a file, said once for writing and reading. An archive has
//   number(n)  an std::int64_t or bool        real(x)    a double
//   values(v)  the size of a string or vector of plain values, and the values
//   file(path) one of the run's data files    length(v)  the size of a vector, whose items follow
//   kind(k)    what is odd about a row
//   beginRow() a request to stop is heard
// Each structure is taken apart in full, so that a new member does not compile until it is laid out here.

template <class T, class Value>
concept Is = std::same_as<std::remove_const_t<T>, Value>;

template <class Archive>
void layOut(Archive& archive, Is<RowOrigin> auto& origin) {
    auto& [file, line, isLine] = origin;
    archive.file(file);
    archive.number(line);
    archive.number(isLine);
}

template <class Archive>
void layOut(Archive& archive, Is<RowProblem> auto& problem) {
    auto& [origin, reason, hint, kind, detail] = problem;
    layOut(archive, origin);
    archive.values(reason);
    archive.values(hint);
    archive.kind(kind);
    archive.values(detail);
}

template <class Archive>
void layOut(Archive& archive, Is<Answer> auto& answer) {
    auto& [ids, trained] = answer;
    archive.values(ids);
    archive.values(trained);
}

template <class Archive>
void layOut(Archive& archive, Is<std::optional<bool>> auto& flag) {
    bool isThere = flag.has_value(), value = flag.value_or(false);
    archive.number(isThere);
    archive.number(value);
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(flag)>>)
        flag = isThere ? std::optional(value) : std::nullopt;
}

template <class Archive>
void layOut(Archive& archive, Is<TokenizedExample> auto& row) {
    auto& [prompt, answers, origin, isDesirable, margin] = row;
    archive.beginRow();
    archive.values(prompt);
    archive.length(answers);
    for (auto& answer : answers)
        layOut(archive, answer);
    layOut(archive, origin);
    layOut(archive, isDesirable);
    archive.real(margin);
}

template <class Archive>
void layOut(Archive& archive, Is<RowCounts> auto& counts) {
    auto& [read, used, dropped, cut, tokens, trainedTokens, misfits, desirable] = counts;
    for (auto* count : {&read, &used, &dropped, &cut, &tokens, &trainedTokens, &misfits, &desirable})
        archive.number(*count);
}

template <class Archive>
void layOut(Archive& archive, Is<TokenizedSet> auto& set) {
    auto& [rows, counts, problems] = set;
    layOut(archive, counts);
    archive.length(problems);
    for (auto& problem : problems)
        layOut(archive, problem);
    archive.length(rows);
    for (auto& row : rows)
        layOut(archive, row);
}

template <class Archive>
void layOut(Archive& archive, Is<PreparedData> auto& data) {
    auto& [train, validation, formats] = data;
    layOut(archive, train);
    layOut(archive, validation);
    archive.formats(formats);
}

} // namespace fettle
