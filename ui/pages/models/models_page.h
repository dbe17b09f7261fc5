#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/page_column.h"

namespace fettle::ui {

class FlowLayout;
class GetModelCard;
class Label;
class SearchField;

// Base models found on this computer.
class ModelsPage : public Page {
    Q_OBJECT
public:
    explicit ModelsPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] int contentWidth() const override { return PageColumn::usualWidth(); }
    [[nodiscard]] QAction* primaryAction() const override { return m_openFolder; }
    [[nodiscard]] QList<QAction*> secondaryActions() const override { return {m_get, m_refresh}; }
    void open(const QStringList& paths) override; // model folders
    void chooseFile() override;
    void find() override;
    void cancel() override;

Q_SIGNALS:
    void trainRequested(const QString& path);
    void chatRequested(const fettle::ui::ResultRef& base);

private:
    void rebuild();
    void filter(const QString& text);
    void addTile(const QModelIndex& model);

    Workspace& m_workspace;
    QAction *m_openFolder, *m_get, *m_refresh;
    SearchField* m_search;
    QWidget* m_tiles;
    FlowLayout* m_flow;
    Label* m_state;
    GetModelCard* m_getModel;
};

} // namespace fettle::ui
