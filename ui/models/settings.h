#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

namespace fettle::ui {

// The user's choices, kept over restarts. Values are checked when read: a damaged file means defaults.
class Settings : public QObject {
    Q_OBJECT
public:
    enum class Theme { System, Light, Dark, HighContrast };

    explicit Settings(QObject* parent = nullptr);                      // in the user's configuration folder
    explicit Settings(const QString& file, QObject* parent = nullptr); // an .ini file of one's own

    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    [[nodiscard]] int fontPercent() const; // 75 to 200
    void setFontPercent(int percent);
    [[nodiscard]] QString language() const; // empty: the system's
    void setLanguage(const QString& language);
    [[nodiscard]] QString device() const; // "auto", "cpu", "cuda:0"
    void setDevice(const QString& device);
    [[nodiscard]] int threads() const; // 0: one per core
    void setThreads(int threads);
    [[nodiscard]] QStringList modelFolders() const;
    void setModelFolders(const QStringList& folders);
    [[nodiscard]] QString runsFolder() const; // default: $XDG_DATA_HOME/fettle/runs
    void setRunsFolder(const QString& folder);

    // Sizes, splitters, last page, unfinished forms: anything that survives a restart, by a name of the page's choice.
    [[nodiscard]] QVariant state(const QString& name, const QVariant& byDefault = {}) const;
    void setState(const QString& name, const QVariant& value);

    // The hub's token lies in a file of its own that only its owner can read; both run in the background.
    [[nodiscard]] QString tokenFile() const;
    void readToken();                      // tokenRead() follows, empty where there is none
    void writeToken(const QString& token); // tokenWritten() or failed(); empty removes the file

Q_SIGNALS:
    void themeChanged(fettle::ui::Settings::Theme theme);
    void fontPercentChanged(int percent);
    void languageChanged(const QString& language);
    void modelFoldersChanged(const QStringList& folders);
    void runsFolderChanged(const QString& folder);
    void deviceChanged(const QString& device);
    void threadsChanged(int threads);
    void tokenRead(const QString& token);
    void tokenWritten();
    void failed(const QString& problem);

private:
    QSettings m_settings;
};

} // namespace fettle::ui
