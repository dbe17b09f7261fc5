#include "core/train/checkpoint.h"

#include "core/base/files.h"

namespace fettle {

namespace {

constexpr const char* kOptimizerFile = "optimizer.safetensors";
constexpr const char* kStateFile = "state.json";
constexpr const char* kTrainableFile = "trainable.safetensors";
constexpr const char* kDrawnFile = "drawn.safetensors";
constexpr const char* kValuesFile = "values.safetensors";

} // namespace

CheckpointStore::CheckpointStore(RunFolder folder, std::string baseName, SideFiles files)
    : m_folder(std::move(folder)), m_baseName(std::move(baseName)), m_files(std::move(files)) {}

std::filesystem::path CheckpointStore::save(const RunState& state, const Trainable& trainable,
                                            const Optimizer& optimizer, const Beside& beside,
                                            const std::function<void()>& beforeRename) const {
    const std::filesystem::path target = m_folder.checkpointFolder(state.step);
    AtomicFolder building(target);
    trainable.save(building.path() / trainable.folderName(), m_baseName, m_files, at::kFloat);
    if (const NamedTensors own = trainable.state(); !own.empty())
        writeSafetensors(building.path() / kTrainableFile, own);
    writeSafetensors(building.path() / kOptimizerFile, optimizer.state());
    if (!beside.drawn.empty()) writeSafetensors(building.path() / kDrawnFile, beside.drawn);
    if (!beside.values.empty()) writeSafetensors(building.path() / kValuesFile, beside.values);
    writeJson(building.path() / kStateFile, toJson(state));
    beforeRename();
    building.commit();
    return target;
}

std::optional<RunState> CheckpointStore::latest() const {
    const auto steps = m_folder.checkpoints();
    if (steps.empty()) return std::nullopt;
    return parseRunState(readJson(m_folder.checkpointFolder(steps.back()) / kStateFile));
}

void CheckpointStore::restoreWeights(std::int64_t step, Trainable& trainable) const {
    const std::filesystem::path source = m_folder.checkpointFolder(step);
    if (trainable.state().empty())
        trainable.restore(source / trainable.folderName());
    else
        trainable.restoreState(source / kTrainableFile);
}

void CheckpointStore::restore(const RunState& state, Trainable& trainable, Optimizer& optimizer) const {
    restoreWeights(state.step, trainable);
    const std::filesystem::path source = m_folder.checkpointFolder(state.step);
    optimizer.restore(TensorSource::openFile(source / kOptimizerFile), state.updates());
}

void CheckpointStore::restoreValues(std::int64_t step, const NamedTensors& leaves) const {
    const std::filesystem::path file = m_folder.checkpointFolder(step) / kValuesFile;
    copyInto(leaves, TensorSource::openFile(file), file);
}

std::optional<DrawnWindow> CheckpointStore::drawn(const RunState& state) const {
    const std::filesystem::path file = m_folder.checkpointFolder(state.step) / kDrawnFile;
    if (!std::filesystem::exists(file)) return std::nullopt;
    return drawnWindow(TensorSource::openFile(file));
}

void CheckpointStore::prune(std::int64_t keepLast, std::int64_t bestStep) const {
    const auto steps = m_folder.checkpoints();
    if (keepLast <= 0 || std::ssize(steps) <= keepLast) return;
    for (auto step = steps.begin(); step != steps.end() - keepLast; ++step)
        if (*step != bestStep) removeWhole(m_folder.checkpointFolder(*step));
}

void CheckpointStore::markBest(const RunState& state, const std::string& metric) const {
    if (!state.bestMetric || !std::filesystem::exists(m_folder.checkpointFolder(state.bestStep) / kStateFile))
        return forgetBest();
    writeJson(m_folder.bestFile(), {{"step", state.bestStep}, {"metric", metric}, {"value", *state.bestMetric}});
}

void CheckpointStore::forgetBest() const {
    std::error_code ignored;
    std::filesystem::remove(m_folder.bestFile(), ignored);
}

} // namespace fettle
