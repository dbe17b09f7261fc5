#include "app/engine/score_rows.h"

#include "core/data/dataset.h"
#include "core/data/row_formats.h"
#include "core/data/row_problems.h"

namespace fettle::engine {

namespace {

ScoreRow allCounted(std::vector<TokenId> ids) {
    ScoreRow row{.ids = std::move(ids)};
    row.counted.assign(row.ids.size(), 1);
    return row;
}

std::vector<TokenId> givenIds(const Json& list, const RowOrigin& origin, const OpenModel& model) {
    const std::int64_t rows = model.model->architecture().vocabSize;
    std::vector<TokenId> ids;
    for (const Json& id : list) {
        if (!id.is_number_integer() || id.get<std::int64_t>() < 0 || id.get<std::int64_t>() >= rows)
            throw badRow(origin, "has the id " + toLine(id) + ", which this model does not know",
                         "Take ids from this model's own tokenizer, as `fettle tokenize` gives them.");
        ids.push_back(id.get<TokenId>());
    }
    return ids;
}

} // namespace

ScoreRow toScoreRow(const Json& row, const RowOrigin& origin, const OpenModel& model) {
    ScoreRow result;
    const auto format = findFormat(row, {});
    if (row.is_object() && row.contains("input_ids")) {
        result = allCounted(givenIds(row.at("input_ids"), origin, model));
    } else if (!format) {
        throw badRow(origin, "has no input_ids, text, messages, or prompt and completion",
                     "Give each line one of these.");
    } else if (*format == "text" && row.at("text").is_string()) {
        result = allCounted(model.tokenizer->encode(row.at("text").get<std::string>(), SpecialTokens::Add).ids);
    } else {
        const TokenizedExample example =
            tokenizeExample({.row = readRow(row, *format, {}, origin), .origin = origin},
                            {.tokenizer = model.tokenizer, .chatTemplate = model.chatTemplate});
        if (example.answers.size() != 1)
            throw badRow(origin, "has a better and a worse answer", "Give each answer a line of its own.");
        Answer all = sequenceOf(example);
        result = {std::move(all.ids), std::move(all.trained)};
    }
    if (result.ids.empty()) throw badRow(origin, "has no token", "Give it at least one.");
    return result;
}

} // namespace fettle::engine
