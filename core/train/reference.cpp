#include "core/train/reference.h"

#include "core/base/files.h"
#include "core/data/batches.h"
#include "core/train/evaluation_batches.h"

#include <algorithm>
#include <cstdio>

namespace fettle {

namespace {

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), 64 bits: tells inputs apart that nobody forges.
class Fingerprint {
public:
    template <class T>
    void add(const std::vector<T>& values) {
        add(static_cast<std::int64_t>(values.size()));
        bytes(values.data(), values.size() * sizeof(T));
    }
    void add(std::int64_t value) { bytes(&value, sizeof value); }
    void add(const std::string& text) { add(std::vector<char>(text.begin(), text.end())); }
    // Names, sizes and times of the weights in a folder.
    void addWeights(const std::filesystem::path& folder) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(folder))
            if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files) {
            add(file.filename().string());
            add(static_cast<std::int64_t>(std::filesystem::file_size(file)));
            add(static_cast<std::int64_t>(std::filesystem::last_write_time(file).time_since_epoch().count()));
        }
    }
    [[nodiscard]] std::string text() const {
        char digits[17];
        std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(m_state));
        return digits;
    }

private:
    void bytes(const void* data, std::size_t count) {
        const auto* byte = static_cast<const unsigned char*>(data);
        for (std::size_t i = 0; i < count; ++i)
            m_state = (m_state ^ byte[i]) * 0x100000001b3ULL;
    }
    std::uint64_t m_state = 0xcbf29ce484222325ULL;
};

void addRows(Fingerprint& fingerprint, const std::vector<TokenizedExample>& rows) {
    fingerprint.add(std::ssize(rows));
    for (const TokenizedExample& row : rows) {
        fingerprint.add(row.prompt);
        for (const Answer& answer : row.answers) {
            fingerprint.add(answer.ids);
            fingerprint.add(answer.trained);
        }
    }
}

std::string fingerprintOf(const RunParts& parts) {
    Fingerprint fingerprint;
    addRows(fingerprint, parts.inputs.data.train.rows);
    addRows(fingerprint, parts.inputs.data.validation.rows);
    fingerprint.add(parts.plan.computeDtype + " " + parts.plan.modelDtype);
    if (const auto& fresh = parts.config.model.init)
        fingerprint.add(toLine(fresh->config) + std::to_string(parts.config.seed));
    else
        fingerprint.addWeights(parts.inputs.base->path());
    if (const auto adapter = initFromOf(parts.config.adapter)) fingerprint.addWeights(*adapter);
    return fingerprint.text();
}

std::int64_t answersOf(const std::vector<TokenizedExample>& rows) {
    std::int64_t answers = 0;
    for (const TokenizedExample& row : rows)
        answers += std::ssize(row.answers);
    return answers;
}

std::vector<float> floatsOf(const at::Tensor& tensor) {
    const at::Tensor host = tensor.to(at::kCPU, at::kFloat).contiguous();
    return {host.const_data_ptr<float>(), host.const_data_ptr<float>() + host.numel()};
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
            const auto own = floatsOf(probs.answers.sumPerOwner(probs.answers.logProb_T, probs.answerCount));
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

std::optional<ReferenceLogProbs> referenceLogProbs(const Objective& objective, const RunParts& parts,
                                                   const Trainable& start, const RunFolder& folder,
                                                   const EventSink& events, const std::function<bool()>& proceed) {
    if (!objective.needs.referenceLogProbs) return ReferenceLogProbs{};
    const PreparedData& data = parts.inputs.data;
    const auto file = folder.path() / "reference" / (fingerprintOf(parts) + ".safetensors");
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
