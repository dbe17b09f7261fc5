#include "core/train/drawn_window.h"

#include "core/train/host_floats.h"

namespace fettle {

namespace {

template <class T>
at::Tensor tensorOfAll(const std::vector<T>& values, at::ScalarType type) {
    return values.empty() ? at::empty({0}, type) : at::tensor(values, type);
}

std::vector<std::int64_t> wholesOf(const at::Tensor& tensor) {
    const at::Tensor host = tensor.to(at::kLong).contiguous();
    return {host.const_data_ptr<std::int64_t>(), host.const_data_ptr<std::int64_t>() + host.numel()};
}

// Lists of different lengths, one after the other.
class Lists {
public:
    void add(const std::vector<TokenId>& ids) {
        m_all.insert(m_all.end(), ids.begin(), ids.end());
        m_lengths.push_back(std::ssize(ids));
    }
    void write(NamedTensors& tensors, const std::string& name) const {
        tensors.emplace_back(name, tensorOfAll(m_all, at::kLong));
        tensors.emplace_back(name + "_lengths", tensorOfAll(m_lengths, at::kLong));
    }
    static std::vector<std::vector<TokenId>> read(const TensorSource& source, const std::string& name) {
        const std::vector<std::int64_t> all = wholesOf(source.tensor(name));
        std::vector<std::vector<TokenId>> lists;
        auto begin = all.begin();
        for (const std::int64_t length : wholesOf(source.tensor(name + "_lengths"))) {
            lists.emplace_back(begin, begin + length);
            begin += length;
        }
        return lists;
    }

private:
    std::vector<std::int64_t> m_all, m_lengths;
};

std::string nameOf(std::size_t batch, const char* part) {
    return std::to_string(batch) + "." + part;
}

void writeRows(NamedTensors& tensors, std::size_t batch, const std::vector<TokenizedExample>& rows) {
    Lists prompts, answers;
    std::vector<std::int64_t> areTrained;
    for (const TokenizedExample& row : rows) {
        prompts.add(row.prompt);
        for (const Answer& answer : row.answers) {
            answers.add(answer.ids);
            areTrained.push_back(answer.trained.front());
        }
    }
    prompts.write(tensors, nameOf(batch, "prompts"));
    answers.write(tensors, nameOf(batch, "answers"));
    tensors.emplace_back(nameOf(batch, "trained"), tensorOfAll(areTrained, at::kLong));
}

std::vector<TokenizedExample> readRows(const TensorSource& source, std::size_t batch) {
    const auto prompts = Lists::read(source, nameOf(batch, "prompts"));
    const auto answers = Lists::read(source, nameOf(batch, "answers"));
    const std::vector<std::int64_t> areTrained = wholesOf(source.tensor(nameOf(batch, "trained")));
    const std::size_t each = answers.size() / prompts.size();
    std::vector<TokenizedExample> rows;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (i % each == 0) rows.push_back({.prompt = prompts[i / each], .answers = {}, .origin = {}});
        rows.back().answers.push_back(
            {.ids = answers[i],
             .trained = std::vector<std::uint8_t>(answers[i].size(), static_cast<std::uint8_t>(areTrained[i]))});
    }
    return rows;
}

void writeValues(NamedTensors& tensors, std::size_t batch, const DrawnFigures& figures) {
    if (figures.endsEarly.empty()) return;
    tensors.emplace_back(nameOf(batch, "token_advantages"), tensorOfAll(figures.tokenAdvantages, at::kFloat));
    tensors.emplace_back(nameOf(batch, "returns"), tensorOfAll(figures.returns, at::kFloat));
    tensors.emplace_back(nameOf(batch, "old_values"), tensorOfAll(figures.oldValues, at::kFloat));
    const std::vector<std::int64_t> ends(figures.endsEarly.begin(), figures.endsEarly.end());
    tensors.emplace_back(nameOf(batch, "ends_early"), tensorOfAll(ends, at::kLong));
}

void readValues(const TensorSource& source, std::size_t batch, DrawnFigures& figures) {
    if (!source.has(nameOf(batch, "ends_early"))) return;
    figures.tokenAdvantages = floatsOf(source.tensor(nameOf(batch, "token_advantages")));
    figures.returns = floatsOf(source.tensor(nameOf(batch, "returns")));
    figures.oldValues = floatsOf(source.tensor(nameOf(batch, "old_values")));
    for (const std::int64_t end : wholesOf(source.tensor(nameOf(batch, "ends_early"))))
        figures.endsEarly.push_back(static_cast<std::uint8_t>(end));
}

} // namespace

MicroBatch batchOf(const std::vector<TokenizedExample>& rows) {
    MicroBatch batch{.rows = rows, .units = std::ssize(rows)};
    for (std::size_t i = 0; i < rows.size(); ++i)
        batch.pieces.push_back({.row = static_cast<std::int64_t>(i), .end = tokenCount(rows[i])});
    return batch;
}

NamedTensors toTensors(const DrawnWindow& drawn) {
    NamedTensors tensors;
    for (std::size_t i = 0; i < drawn.rows.size(); ++i) {
        writeRows(tensors, i, drawn.rows[i]);
        tensors.emplace_back(nameOf(i, "advantages"), tensorOfAll(drawn.figures[i].advantages, at::kFloat));
        tensors.emplace_back(nameOf(i, "old"), tensorOfAll(drawn.figures[i].oldLogProbs, at::kFloat));
        tensors.emplace_back(nameOf(i, "reference"), tensorOfAll(drawn.figures[i].referenceLogProbs, at::kFloat));
        writeValues(tensors, i, drawn.figures[i]);
    }
    return tensors;
}

DrawnWindow drawnWindow(const TensorSource& source) {
    DrawnWindow drawn;
    for (std::size_t i = 0; source.has(nameOf(i, "advantages")); ++i) {
        drawn.rows.push_back(readRows(source, i));
        drawn.figures.push_back({.advantages = floatsOf(source.tensor(nameOf(i, "advantages"))),
                                 .oldLogProbs = floatsOf(source.tensor(nameOf(i, "old"))),
                                 .referenceLogProbs = floatsOf(source.tensor(nameOf(i, "reference")))});
        readValues(source, i, drawn.figures.back());
    }
    for (const auto& rows : drawn.rows)
        drawn.window.push_back(batchOf(rows));
    return drawn;
}

} // namespace fettle
