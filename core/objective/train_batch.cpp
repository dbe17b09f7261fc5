#include "core/objective/train_batch.h"

namespace fettle {

namespace {

constexpr std::int64_t kNothing = -1; // no row predicts a document's first token

class Collator {
public:
    explicit Collator(PromptTargets prompts) : m_prompts(prompts) {}

    void lay(const TokenizedExample& row) {
        const std::int64_t begin = m_builder.addPrompt(row.prompt);
        const std::int64_t last = row.prompt.empty() ? kNothing : m_builder.rows() - 1;
        if (m_prompts == PromptTargets::All)
            for (std::size_t t = 1; t < row.prompt.size(); ++t)
                target(m_batch.prompts, begin + static_cast<std::int64_t>(t) - 1, row.prompt[t], m_batch.rowCount);
        for (const Answer& answer : row.answers)
            layAnswer(answer, last);
        ++m_batch.rowCount;
    }

    // A document of pieces of rows, as packing makes it.
    void layDocument(const Answer& document) {
        m_builder.addPrompt({});
        layAnswer(document, kNothing);
        ++m_batch.rowCount;
    }

    TrainBatch take(const at::Device& device) {
        m_batch.batch = m_builder.build(device);
        return std::move(m_batch);
    }

private:
    static void target(TargetList& list, std::int64_t row, TokenId token, std::int64_t owner) {
        list.rows.push_back(row);
        list.tokens.push_back(token);
        list.owners.push_back(owner);
    }

    void layAnswer(const Answer& answer, std::int64_t lastOfPrompt) {
        const std::int64_t begin = m_builder.addAnswer(answer.ids);
        std::int64_t end = kNothing;
        for (std::size_t t = 0; t < answer.ids.size(); ++t) {
            const std::int64_t row = t == 0 ? lastOfPrompt : begin + static_cast<std::int64_t>(t) - 1;
            if (answer.trained[t] && row != kNothing) target(m_batch.answers, row, answer.ids[t], m_batch.answerCount);
            if (answer.trained[t]) end = begin + static_cast<std::int64_t>(t);
        }
        m_batch.ends.push_back(end);
        ++m_batch.answerCount;
    }

    PromptTargets m_prompts;
    BatchBuilder m_builder;
    TrainBatch m_batch;
};

} // namespace

TrainBatch collate(const MicroBatch& batch, PromptTargets prompts, const at::Device& device) {
    Collator collator(prompts);
    for (std::size_t i = 0; i < batch.pieces.size();) {
        const TokenizedExample& row = batch.rows[static_cast<std::size_t>(batch.pieces[i].row)];
        if (row.answers.size() != 1) {
            collator.lay(row);
            ++i;
            continue;
        }
        Answer document;
        do {
            append(document, batch.rows[static_cast<std::size_t>(batch.pieces[i].row)], batch.pieces[i]);
        } while (++i < batch.pieces.size() && batch.pieces[i].continues);
        collator.layDocument(document);
    }
    return collator.take(device);
}

} // namespace fettle
