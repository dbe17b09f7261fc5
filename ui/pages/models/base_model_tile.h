#pragma once

#include "ui/widgets/card.h"

#include <QModelIndex>

namespace fettle::ui {

// One base model with what it is and needs; one that cannot be used says why.
class BaseModelTile : public Card {
    Q_OBJECT
public:
    explicit BaseModelTile(const QModelIndex& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void trainRequested(const QString& path);
    void chatRequested(const QString& path);

private:
    void addFacts(const QModelIndex& model);
    void addButtons(const QString& path, const QString& name);
};

} // namespace fettle::ui
