#include "core/train/reference.h"

#include "core/base/content_hash.h"
#include "core/base/files.h"
#include "core/data/batches.h"
#include "core/library/weights_hash.h"
#include "core/source/adapters/adapter_files.h"
#include "core/train/changes.h"
#include "core/train/evaluation_batches.h"
#include "core/train/host_floats.h"

namespace fettle {

namespace {

// Of all that the log-probabilities come from.
std::string hashOf(const RunParts& parts, const ObjectiveNeeds& needs) {
    const auto& fresh = parts.config.model.init;
    const auto adapter = initFromOf(parts.config.adapter);
    ContentHash hash;
    hash.add(toLine({fingerprintOf(parts.config, parts.inputs), parts.plan.computeDtype, parts.plan.modelDtype,
                     toJson(parts.config).at("model").at("quantization"), needs.tailWeight,
                     fresh ? Json{fresh->config, parts.config.seed} : Json(),
                     adapter ? Json(weightsHash(readTensorTableOfFile(adapterFiles(*adapter).weights))) : Json()}));
    return hash.text();
}

std::int64_t answersOf(const std::vector<TokenizedExample>& rows) {
    std::int64_t answers = 0;
    for (const TokenizedExample& row : rows)
        answers += std::ssize(row.answers);
    return answers;
}

at::Tensor tensorOf(const std::vector<float>& values) {
    return at::tensor(values, at::kFloat);
}

std::optional<ReferenceLogProbs> readCache(const std::filesystem::path& file, const PreparedData& data) {
    if (!std::filesystem::exists(file)) return std::nullopt;
    const TensorSource source = TensorSource::openFile(file);
    ReferenceLogProbs read{floatsOf(source.tensor("train")), floatsOf(source.tensor("validation"))};
    const bool fits = std::ssize(read.train) == answersOf(data.train.rows) &&
                      std::ssize(read.validation) == answersOf(data.validation.rows);
    return fits ? std::optional(std::move(read)) : std::nullopt;
}

// Judges rows batch by batch, in order.
class ReferencePass {
public:
    ReferencePass(const Objective& objective, const RunParts& parts, const Trainable& start)
        : m_parts(parts), m_model(start.model()), m_needs(objective.needs) {
        if (initFromOf(parts.config.adapter)) m_adapters = start.adapters();
    }

    std::optional<std::vector<float>> judge(const std::vector<TokenizedExample>& rows,
                                            const std::function<bool(std::int64_t)>& proceed) const {
        const at::NoGradGuard noGrad;
        std::vector<float> sums;
        for (const MicroBatch& batch : evaluationBatches(rows, m_parts.config)) {
            if (!proceed(std::ssize(batch.pieces))) return std::nullopt;
            const BatchLogProbs probs =
                batchLogProbs(m_needs, {.model = m_model, .adapters = m_adapters, .compute = m_parts.compute}, batch);
            const auto own = floatsOf(probs.answers.logProbPerAnswer(probs.answerCount, m_needs.tailWeight));
            sums.insert(sums.end(), own.begin(), own.end());
        }
        return sums;
    }

private:
    const RunParts& m_parts;
    const CausalLM& m_model;
    ObjectiveNeeds m_needs;
    AdapterSet m_adapters;
};

} // namespace

bool startsAsItsReference(const AdapterConfig& adapter) {
    const bool isNeutral = std::visit(
        [](const auto& own) {
            return requires {
                own.kStartsAsTheBase;
            };
        },
        adapter);
    return isNeutral || initFromOf(adapter).has_value();
}

std::optional<ReferenceLogProbs> referenceLogProbs(const Objective& objective, const RunParts& parts,
                                                   const Trainable& start, const RunFolder& folder,
                                                   const EventSink& events, const std::function<bool()>& proceed) {
    if (!objective.needs.referenceLogProbs || objective.drawsAnswers()) return ReferenceLogProbs{};
    const PreparedData& data = parts.inputs.data;
    const auto file = folder.path() / "reference" / (hashOf(parts, objective.needs) + ".safetensors");
    if (auto cached = readCache(file, data)) return cached;

    const std::int64_t total = std::ssize(data.train.rows) + std::ssize(data.validation.rows);
    std::int64_t done = 0;
    const auto report = [&](std::int64_t rows) {
        events({{"type", "progress"}, {"phase", "reference"}, {"done", done}, {"total", total}});
        done += rows;
        return proceed();
    };
    const ReferencePass pass(objective, parts, start);
    auto train = pass.judge(data.train.rows, report);
    auto validation = train ? pass.judge(data.validation.rows, report) : std::nullopt;
    if (!validation) return std::nullopt;
    makeFolder(file.parent_path());
    writeSafetensors(file, {{"train", tensorOf(*train)}, {"validation", tensorOf(*validation)}});
    return ReferenceLogProbs{std::move(*train), std::move(*validation)};
}

} // namespace fettle
