#include "ui/window/log_panel.h"

#include "ui/widgets/style.h"

#include <QTime>

namespace fettle::ui {

namespace {

constexpr int kLinesKept = 2000;
constexpr int kHeight = 160;

} // namespace

LogPanel::LogPanel(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("logPanel"));
    setAccessibleName(tr("Log"));
    setReadOnly(true);
    setMaximumBlockCount(kLinesKept);
    setFont(fontOf(TextRole::Mono));
    setTabChangesFocus(true);
    setPlaceholderText(tr("What the engine says appears here."));
    setMaximumHeight(scaled(kHeight));
}

void LogPanel::add(const QString& line) {
    addLines({line});
}

void LogPanel::addLines(const QStringList& lines) {
    const QString time = QTime::currentTime().toString(QStringLiteral("HH:mm:ss  "));
    appendPlainText(time + lines.join(QLatin1Char('\n') + time));
}

} // namespace fettle::ui
