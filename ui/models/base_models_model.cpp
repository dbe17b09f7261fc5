#include "ui/models/base_models_model.h"

#include "core/source/families/family.h"
#include "ui/text/error_text.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <algorithm>
#include <utility>

namespace fettle::ui {

namespace {

QString placeText(BaseModelCard::Place place) {
    switch (place) {
    case BaseModelCard::Place::BuiltIn:
        return BaseModelsModel::tr("built in");
    case BaseModelCard::Place::HubCache:
        return BaseModelsModel::tr("hub cache");
    case BaseModelCard::Place::LmStudio:
        return QStringLiteral("LM Studio");
    case BaseModelCard::Place::Ollama:
        return QStringLiteral("Ollama");
    case BaseModelCard::Place::Folder:
        return BaseModelsModel::tr("folder");
    }
    return {};
}

QString pathOf(const BaseModelCard& card) {
    if (card.place == BaseModelCard::Place::BuiltIn) return QStringLiteral("pocket");
    return QString::fromStdString(card.model.path.string());
}

QVariant factOf(const BaseModelCard& card, int role) {
    const FoundModel& model = card.model;
    const auto& architecture = model.architecture;
    switch (role) {
    case BaseModelsModel::PathRole:
        return pathOf(card);
    case BaseModelsModel::UsableRole:
        return !model.problem;
    case BaseModelsModel::ProblemRole:
        return model.problem ? errorText(*model.problem) : QString();
    case BaseModelsModel::ParametersRole:
        return static_cast<qlonglong>(model.parameters);
    case BaseModelsModel::BytesRole:
        return static_cast<qulonglong>(model.fileBytes);
    case BaseModelsModel::TemplateRole:
        return model.hasChatTemplate;
    case BaseModelsModel::PlaceRole:
        return placeText(card.place);
    case BaseModelsModel::LoraBytesRole:
        return card.loraBytes;
    case BaseModelsModel::FullBytesRole:
        return card.fullBytes;
    default:
        break;
    }
    if (!architecture) return {};
    switch (role) {
    case BaseModelsModel::FamilyRole:
        return QString::fromStdString(familyNamed(architecture->family).title);
    case BaseModelsModel::ContextRole:
        return static_cast<qlonglong>(architecture->maxPositions);
    case BaseModelsModel::DtypeRole:
        return QString::fromStdString(architecture->dtype);
    case BaseModelsModel::VocabularyRole:
        return static_cast<qlonglong>(architecture->vocabSize);
    default:
        return {};
    }
}

} // namespace

BaseModelsModel::BaseModelsModel(QObject* parent) : QAbstractListModel(parent) {}

void BaseModelsModel::refresh(const QStringList& folders) {
    m_reading.cancel();
    m_isReading = true;
    m_addedMeanwhile.clear();
    m_reading = runInBackground(
        this, [folders](const CancelFlag& flag) { return readCards(folders, flag); },
        [this](std::vector<BaseModelCard> cards) {
            m_isReading = false;
            beginResetModel();
            m_cards = std::move(cards);
            for (BaseModelCard& card : std::exchange(m_addedMeanwhile, {}))
                if (rowOf(pathOf(card)) < 0) m_cards.push_back(std::move(card));
            endResetModel();
            Q_EMIT refreshed();
        },
        [this](const Error& error) {
            m_isReading = false;
            Q_EMIT failed(error);
        });
}

void BaseModelsModel::addFolder(const QString& folder) {
    runInBackground(
        this, [folder](const CancelFlag& flag) { return cardsBelow(folder, flag); },
        [this, folder](const std::vector<BaseModelCard>& cards) {
            takeAdded(cards);
            Q_EMIT folderAdded(folder);
            Q_EMIT added(pathOf(cards.front()));
        },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void BaseModelsModel::takeAdded(const std::vector<BaseModelCard>& cards) {
    for (const BaseModelCard& card : cards) {
        if (m_isReading) m_addedMeanwhile.push_back(card);
        if (rowOf(pathOf(card)) >= 0) continue;
        beginInsertRows({}, rowCount(), rowCount());
        m_cards.push_back(card);
        endInsertRows();
    }
}

int BaseModelsModel::rowOf(const QString& path) const {
    const auto found = std::ranges::find(m_cards, path, pathOf);
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

int BaseModelsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_cards.size());
}

QVariant BaseModelsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const BaseModelCard& shown = card(index.row());
    if (role == Qt::DisplayRole) return QString::fromStdString(shown.model.name);
    if (role == Qt::ToolTipRole) return QString::fromStdString(shown.model.path.string());
    return factOf(shown, role);
}

} // namespace fettle::ui
