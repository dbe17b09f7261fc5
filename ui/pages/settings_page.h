#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace fettle::ui {

class Card;
class ErrorStrip;
class Label;
class PathField;

// Folders, looks, device, hub token.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("settings"); }

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
    QSpinBox *m_font, *m_threads;
    PathField* m_runs;
    QListWidget* m_folders;
    QLineEdit* m_token;
    Label* m_tokenState;
    ErrorStrip* m_error;
};

} // namespace fettle::ui
