#pragma once

#include "core/config/run_config.h"
#include "ui/tasks/run_in_background.h"

#include <QAbstractListModel>

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
    void remove(const QString& file); // own ones only
    [[nodiscard]] int rowOf(const QString& name) const;

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
    };
    static std::vector<Recipe> read(const QString& ownFolder);

    QString m_folder;
    std::vector<Recipe> m_recipes;
};

} // namespace fettle::ui
