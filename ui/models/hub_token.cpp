#include "core/base/files.h"
#include "ui/models/settings.h"
#include "ui/tasks/run_in_background.h"
#include "ui/text/error_text.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace fettle::ui {

namespace {

QString readTokenFile(const std::filesystem::path& file) {
    return std::filesystem::exists(file) ? QString::fromStdString(readFile(file)).trimmed() : QString();
}

// Made with its owner's rights alone from the first instant on, and complete before it has its name.
void writeTokenFile(const std::filesystem::path& file, const QByteArray& token) {
    makeFolder(file.parent_path());
    if (token.isEmpty()) {
        std::filesystem::remove(file);
        return;
    }
    const std::filesystem::path temporary = file.string() + ".new";
    std::filesystem::remove(temporary);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) throwSystemError("write", temporary, errno);
    const ssize_t written = ::write(descriptor, token.data(), static_cast<std::size_t>(token.size()));
    const int failure = written == token.size() ? 0 : errno != 0 ? errno : ENOSPC;
    ::close(descriptor);
    if (failure != 0) throwSystemError("write", temporary, failure);
    std::filesystem::rename(temporary, file);
}

} // namespace

void Settings::readToken() {
    runInBackground(
        this, [file = tokenFile().toStdString()] { return readTokenFile(file); },
        [this](const QString& token) { Q_EMIT tokenRead(token); },
        [this](const Error& error) { Q_EMIT failed(errorText(error)); });
}

void Settings::writeToken(const QString& token) {
    runInBackground(
        this, [file = tokenFile().toStdString(), bytes = token.trimmed().toUtf8()] { writeTokenFile(file, bytes); },
        [this] { Q_EMIT tokenWritten(); }, [this](const Error& error) { Q_EMIT failed(errorText(error)); });
}

} // namespace fettle::ui
