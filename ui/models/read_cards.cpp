#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/hub/hub_settings.h"
#include "core/library/usual_folders.h"
#include "core/plan/memory.h"
#include "core/plan/parameters.h"
#include "core/plan/plan.h"
#include "ui/models/base_models_model.h"

#include <algorithm>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

// What one step with the usual settings needs: four rows of the usual length, checkpointing off.
std::uint64_t trainingBytes(const Architecture& architecture, const RunConfig& config, const DeviceFacts& device) {
    const bool isFull = std::holds_alternative<NoAdapter>(config.adapter);
    const ParameterCounts counts = countParameters(config, architecture);
    const std::string compute = device.nativeBf16 ? "bfloat16" : "float32";
    const std::int64_t length = effectiveMaxLength(config.data, architecture);
    return predictMemory(architecture, {.adapterParameters = isFull ? 0 : counts.trained,
                                        .tokens = config.batch.perDeviceBatchSize * length,
                                        .device = device.device,
                                        .computeDtype = compute,
                                        .modelDtype = compute})
        .total();
}

RunConfig usualConfig(const char* adapter) {
    return parseRunConfig({{"adapter", {{"kind", adapter}}}});
}

void addMemory(BaseModelCard& card, const DeviceFacts& device) {
    if (!card.model.architecture || card.model.problem) return;
    try {
        card.loraBytes = trainingBytes(*card.model.architecture, usualConfig("lora"), device);
        card.fullBytes = trainingBytes(*card.model.architecture, usualConfig("none"), device);
    } catch (const Error&) { // then the card does without
    }
}

bool isInside(const fs::path& path, const fs::path& folder) {
    const fs::path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

BaseModelCard::Place placeOf(const fs::path& path) {
    const fs::path pocket = resourceFolder() / "pocket";
    std::error_code absent;
    if (fs::equivalent(path, pocket, absent)) return BaseModelCard::Place::BuiltIn;
    if (isInside(path, fettle::hubCacheFolder())) return BaseModelCard::Place::HubCache;
    for (const fs::path& part : path) {
        if (part == ".lmstudio" || part == "lm-studio") return BaseModelCard::Place::LmStudio;
        if (part == ".ollama") return BaseModelCard::Place::Ollama;
    }
    return BaseModelCard::Place::Folder;
}

std::vector<BaseModelCard> cardsOf(const std::vector<fs::path>& folders, const CancelFlag& flag) {
    std::vector<BaseModelCard> cards;
    const DeviceFacts device = cpuFacts();
    for (FoundModel& model : findModels(folders)) {
        flag.throwIfRequested();
        const BaseModelCard::Place place = placeOf(model.path);
        cards.push_back({.model = std::move(model), .place = place});
        addMemory(cards.back(), device);
    }
    return cards;
}

} // namespace

QString hubCacheFolder() {
    return QString::fromStdString(fettle::hubCacheFolder().string());
}

fs::path exportsFolder() {
    return dataHome() / "exports";
}

std::vector<BaseModelCard> readCards(const QStringList& folders, const CancelFlag& flag) {
    std::vector<fs::path> places;
    for (const QString& folder : folders)
        places.emplace_back(folder.toStdString());
    places.push_back(exportsFolder());
    const std::vector<fs::path> usual = usualModelFolders();
    places.insert(places.end(), usual.begin(), usual.end());
    std::erase_if(places, [](const fs::path& place) { return !fs::is_directory(place); });
    return cardsOf(places, flag);
}

std::vector<BaseModelCard> cardsBelow(const QString& folder, const CancelFlag& flag) {
    const fs::path place = folder.toStdString();
    if (!fs::is_directory(place))
        throw Error{ErrorKind::FileNotFound,
                    place.string() + " is no folder.",
                    "Choose the folder that holds config.json.",
                    {{"file", place.string()}}};
    std::vector<BaseModelCard> cards = cardsOf({place}, flag);
    std::erase_if(cards, [&](const BaseModelCard& card) { return !isInside(card.model.path, place); });
    if (cards.empty())
        throw Error{ErrorKind::BadModel,
                    "No model was found in " + place.string() + ".",
                    "A model's folder holds config.json and model.safetensors.",
                    {{"folder", place.string()}}};
    return cards;
}

} // namespace fettle::ui
