#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/page_column.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;

namespace fettle::ui {

class Card;
class ErrorStrip;
class Label;
class PathField;
class WholeBox;

// Folders, looks, device, hub token.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] int contentWidth() const override { return PageColumn::usualWidth(); }

private:
    Card* makeLooks();
    Card* makeDevice();
    Card* makeFolders();
    Card* makeHub();
    QWidget* makeModelFolders();
    QWidget* makeToken();
    void showDevices();
    void removeFolder();
    void addFolder();
    void showFolders(const QStringList& folders);

    Workspace& m_workspace;
    Settings& m_settings;
    QComboBox *m_theme, *m_language, *m_device;
    WholeBox *m_font, *m_threads;
    PathField* m_runs;
    QListWidget* m_folders;
    QLineEdit* m_token;
    Label* m_tokenState;
    ErrorStrip* m_error;
};

} // namespace fettle::ui
