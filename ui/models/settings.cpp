#include "ui/models/settings.h"

#include "core/base/files.h"

#include <QFileInfo>

#include <algorithm>

namespace fettle::ui {

namespace {

QString below(const char* name) {
    return QString::fromStdString((dataHome() / name).string());
}

constexpr const char* kThemes[] = {"system", "light", "dark", "high_contrast"};

} // namespace

Settings::Settings(QObject* parent)
    : QObject(parent),
      m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("fettle"), QStringLiteral("studio")) {}

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_settings(file, QSettings::IniFormat) {}

Settings::Theme Settings::theme() const {
    const QString name = m_settings.value(QStringLiteral("theme")).toString();
    for (int i = 0; i < static_cast<int>(std::size(kThemes)); ++i)
        if (name == QLatin1String(kThemes[i])) return static_cast<Theme>(i);
    return Theme::System;
}

void Settings::setTheme(Theme theme) {
    if (theme == this->theme()) return;
    m_settings.setValue(QStringLiteral("theme"), QLatin1String(kThemes[static_cast<int>(theme)]));
    Q_EMIT themeChanged(theme);
}

int Settings::fontPercent() const {
    bool isNumber = false;
    const int percent = m_settings.value(QStringLiteral("font_percent"), 100).toInt(&isNumber);
    return isNumber ? std::clamp(percent, 75, 200) : 100;
}

void Settings::setFontPercent(int percent) {
    if (percent == fontPercent()) return;
    m_settings.setValue(QStringLiteral("font_percent"), percent);
    Q_EMIT fontPercentChanged(fontPercent());
}

QString Settings::language() const {
    return m_settings.value(QStringLiteral("language")).toString();
}

void Settings::setLanguage(const QString& language) {
    if (language == this->language()) return;
    m_settings.setValue(QStringLiteral("language"), language);
    Q_EMIT languageChanged(language);
}

QString Settings::device() const {
    const QString device = m_settings.value(QStringLiteral("device")).toString();
    return device.isEmpty() ? QStringLiteral("auto") : device;
}

void Settings::setDevice(const QString& device) {
    if (device == this->device()) return;
    m_settings.setValue(QStringLiteral("device"), device);
    Q_EMIT deviceChanged(device);
}

int Settings::threads() const {
    return std::clamp(m_settings.value(QStringLiteral("threads"), 0).toInt(), 0, 4096);
}

void Settings::setThreads(int threads) {
    if (threads == this->threads()) return;
    m_settings.setValue(QStringLiteral("threads"), threads);
    Q_EMIT threadsChanged(this->threads());
}

QStringList Settings::modelFolders() const {
    return m_settings.value(QStringLiteral("model_folders"), QStringList{below("models")}).toStringList();
}

void Settings::setModelFolders(const QStringList& folders) {
    if (folders == modelFolders()) return;
    m_settings.setValue(QStringLiteral("model_folders"), folders);
    Q_EMIT modelFoldersChanged(folders);
}

QString Settings::runsFolder() const {
    const QString folder = m_settings.value(QStringLiteral("runs_folder")).toString();
    return folder.isEmpty() ? below("runs") : folder;
}

void Settings::setRunsFolder(const QString& folder) {
    if (folder == runsFolder()) return;
    m_settings.setValue(QStringLiteral("runs_folder"), folder);
    Q_EMIT runsFolderChanged(runsFolder());
}

QVariant Settings::state(const QString& name, const QVariant& byDefault) const {
    return m_settings.value(QStringLiteral("state/") + name, byDefault);
}

void Settings::setState(const QString& name, const QVariant& value) {
    m_settings.setValue(QStringLiteral("state/") + name, value);
}

QString Settings::tokenFile() const {
    return QFileInfo(m_settings.fileName()).path() + QStringLiteral("/hub-token");
}

} // namespace fettle::ui
