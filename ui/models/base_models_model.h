#pragma once

#include "core/library/found_models.h"
#include "ui/tasks/run_in_background.h"

#include <QAbstractListModel>
#include <QStringList>

#include <filesystem>
#include <vector>

namespace fettle::ui {

// A base model with what its card says.
struct BaseModelCard {
    FoundModel model;
    enum class Place { BuiltIn, HubCache, LmStudio, Ollama, Folder } place = Place::Folder;
    quint64 loraBytes = 0, fullBytes = 0; // memory that training would need; 0: unknown
};

class BaseModelsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PathRole = Qt::UserRole, // "pocket" for the built-in one
        UsableRole,
        ProblemRole,
        FamilyRole,
        ParametersRole,
        BytesRole,
        ContextRole,
        DtypeRole,
        VocabularyRole,
        TemplateRole, // bool
        PlaceRole,    // translated: built in, hub cache, folder
        LoraBytesRole,
        FullBytesRole,
    };

    explicit BaseModelsModel(QObject* parent = nullptr);

    // Looks in these, in the hub's cache and among what was exported, in the background; refreshed() follows.
    void refresh(const QStringList& folders);
    void addFolder(const QString& folder); // one model folder, or a folder of some; added() with the first one found
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] const BaseModelCard& card(int row) const { return m_cards[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(const QString& path) const; // -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed();
    void folderAdded(const QString& folder); // of addFolder(): it holds a model at least
    void added(const QString& path);
    void failed(const fettle::Error& error);

private:
    void takeAdded(const std::vector<BaseModelCard>& cards);

    std::vector<BaseModelCard> m_cards;
    std::vector<BaseModelCard> m_addedMeanwhile; // while a reading goes on that may have passed their folder
    Task m_reading;
    bool m_isReading = false;
};

// Cards of these folders, of what was exported, the hub's cache and the built-in model; slow.
[[nodiscard]] std::vector<BaseModelCard> readCards(const QStringList& folders, const CancelFlag& flag);
// Of one folder alone. Error{FileNotFound | BadModel} where there is none.
[[nodiscard]] std::vector<BaseModelCard> cardsBelow(const QString& folder, const CancelFlag& flag);
// That of core, as Qt writes paths.
[[nodiscard]] QString hubCacheFolder();
// $XDG_DATA_HOME/fettle/exports, where an export lies unless another place was chosen.
[[nodiscard]] std::filesystem::path exportsFolder();

} // namespace fettle::ui
