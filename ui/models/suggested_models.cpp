#include "ui/models/suggested_models.h"

#include "ui/text/numbers.h"

namespace fettle::ui {

namespace {

constexpr SuggestedModel kModels[] = {
    {"HuggingFaceTB/SmolLM2-135M-Instruct", 134.5e6, "Apache 2.0", false},
    {"HuggingFaceTB/SmolLM2-360M-Instruct", 361.8e6, "Apache 2.0", false},
    {"Qwen/Qwen2.5-0.5B-Instruct", 494e6, "Apache 2.0", false},
    {"Qwen/Qwen3-0.6B", 751.6e6, "Apache 2.0", false},
    {"google/gemma-3-1b-it", 999.9e6, "Gemma", true},
    {"meta-llama/Llama-3.2-1B-Instruct", 1.236e9, "Llama 3.2", true},
    {"Qwen/Qwen2.5-1.5B-Instruct", 1.544e9, "Apache 2.0", false},
    {"HuggingFaceTB/SmolLM2-1.7B-Instruct", 1.711e9, "Apache 2.0", false},
    {"meta-llama/Llama-3.2-3B-Instruct", 3.213e9, "Llama 3.2", true},
    {"microsoft/Phi-4-mini-instruct", 3.836e9, "MIT", false},
    {"Qwen/Qwen3-4B", 4.022e9, "Apache 2.0", false},
    {"tiiuae/falcon-7b-instruct", 7.217e9, "Apache 2.0", false},
    {"mistralai/Mistral-7B-Instruct-v0.3", 7.248e9, "Apache 2.0", true},
    {"Qwen/Qwen2.5-7B-Instruct", 7.616e9, "Apache 2.0", false},
};

constexpr double kOverWeights = 1.3;
constexpr double kRuntimeBytes = 1e9;

} // namespace

std::uint64_t SuggestedModel::trainingBytes() const {
    return static_cast<std::uint64_t>(kOverWeights * static_cast<double>(downloadBytes()) + kRuntimeBytes);
}

std::span<const SuggestedModel> suggestedModels() {
    return kModels;
}

void SuggestedModelsTable::setMemory(std::uint64_t bytes) {
    if (bytes == m_memory) return;
    m_memory = bytes;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SuggestedModelsTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(suggestedModels().size());
}

int SuggestedModelsTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

bool SuggestedModelsTable::fits(const SuggestedModel& model) const {
    return m_memory == 0 || model.trainingBytes() <= m_memory;
}

QVariant SuggestedModelsTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const SuggestedModel& model = suggestedModels()[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(model, index.column());
    if (role == HubNameRole) return QString::fromLatin1(model.name);
    if (role == FitsRole) return fits(model);
    return {};
}

QString SuggestedModelsTable::text(const SuggestedModel& model, int column) const {
    switch (column) {
    case Name:
        return QString::fromLatin1(model.name);
    case Download:
        return sizeText(model.downloadBytes());
    case Training:
        return fits(model) ? tr("about %1").arg(sizeText(model.trainingBytes()))
                           : tr("about %1: more than there is").arg(sizeText(model.trainingBytes()));
    default:
        return model.isGated ? tr("%1, to be accepted on the hub").arg(QLatin1String(model.licence))
                             : QString::fromLatin1(model.licence);
    }
}

QVariant SuggestedModelsTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Model");
    case Download:
        return tr("Download");
    case Training:
        return tr("Memory for LoRA");
    default:
        return tr("Licence");
    }
}

} // namespace fettle::ui
