#pragma once

#include "core/config/run_config.h"
#include "ui/tasks/run_in_background.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace fettle::ui {

// Named configurations: the bundled ones first, then the user's own.
class RecipeStore : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FileRole = Qt::UserRole, BundledRole };

    explicit RecipeStore(QString ownFolder, QObject* parent = nullptr); // for the user's recipes

    void refresh();                 // in the background
    void load(const QString& file); // loaded() or failed(); paths of bundled data are found
    void save(const QString& name, const RunConfig& config);
    void remove(const QString& file);                      // own ones only
    [[nodiscard]] bool isRead() const { return m_isRead; } // refresh() has ended once
    [[nodiscard]] int rowOf(const QString& name) const;
    // The configuration of a row; empty where its file cannot be read, which load() says.
    [[nodiscard]] const std::optional<RunConfig>& config(int row) const;
    // What a base model and a method start from: the bundled recipe for this pair, else the defaults.
    [[nodiscard]] RunConfig startFor(const RunConfig& config) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void refreshed();
    void loaded(const QString& file, const fettle::RunConfig& config);
    void saved(const QString& file);
    void failed(const fettle::Error& error);

private:
    struct Recipe {
        QString name, file;
        bool isBundled = false;
        std::optional<RunConfig> config = {};
    };
    static std::vector<Recipe> read(const QString& ownFolder);

    QString m_folder;
    std::vector<Recipe> m_recipes;
    bool m_isRead = false;
};

} // namespace fettle::ui
