#include "app/engine/score_rows.h"

#include "core/data/dataset.h"
#include "core/data/row_formats.h"
#include "core/data/row_problems.h"
#include "core/text/unknown_id.h"

#include <limits>

namespace fettle::engine {

namespace {

ScoreRow allCounted(std::vector<TokenId> ids) {
    ScoreRow row{.ids = std::move(ids)};
    row.counted.assign(row.ids.size(), 1);
    return row;
}

std::vector<TokenId> givenIds(const Json& list, const RowOrigin& origin) {
    std::vector<TokenId> ids;
    for (const Json& id : list) {
        const auto number = wholeNumber(id);
        if (!number || *number < 0 || *number > std::numeric_limits<TokenId>::max())
            throw badRow(origin, "has " + toLine(id) + " among its input_ids, which is no id",
                         "Ids are whole numbers from 0.");
        ids.push_back(static_cast<TokenId>(*number));
    }
    return ids;
}

} // namespace

ScoreRow toScoreRow(const Json& row, const RowOrigin& origin, const OpenModel& model) {
    ScoreRow result;
    const auto format = findFormat(row, {});
    if (row.is_object() && row.contains("input_ids")) {
        result = allCounted(givenIds(row.at("input_ids"), origin));
    } else if (!format) {
        throw badRow(origin, "has no input_ids, text, messages, or prompt and completion",
                     "Give each line one of these.");
    } else if (*format == "text" && row.at("text").is_string()) {
        result = allCounted(model.text.tokenizer->encode(row.at("text").get<std::string>(), SpecialTokens::Add).ids);
    } else {
        const TokenizedExample example =
            tokenizeExample({.row = rowsIn(row, *format, {}, origin).front(), .origin = origin},
                            {.tokenizer = model.text.tokenizer, .chatTemplate = model.text.chatTemplate});
        if (example.answers.size() != 1)
            throw badRow(origin, "has a better and a worse answer", "Give each answer a line of its own.");
        Answer all = sequenceOf(example);
        result = {std::move(all.ids), std::move(all.trained)};
    }
    const std::int64_t rows = model.model->architecture().vocabSize;
    if (const auto unknown = firstBeyond(result.ids, rows))
        throw badRow(origin, "holds " + describeBeyond(*unknown, rows, *model.text.tokenizer),
                     std::string(kBeyondHint));
    if (result.ids.empty()) throw badRow(origin, "has no token", "Give it at least one.");
    return result;
}

} // namespace fettle::engine
