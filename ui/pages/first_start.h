#pragma once

#include "ui/engine/runtime_fetcher.h"

#include <QWidget>

class QProgressBar;

namespace fettle::ui {

class ErrorStrip;
class Label;
class MessageStrip;

// Where LibTorch is missing: says so, and fetches it by a button. Takes no room otherwise.
class FirstStart : public QWidget {
    Q_OBJECT
public:
    explicit FirstStart(RuntimeFetcher& runtime, QWidget* parent = nullptr);

private:
    QWidget* makeProgress();
    void onMissing(const Error& error, const QString& command);
    void onProgress(const QString& phase, quint64 done, quint64 total);
    void onEnded();

    RuntimeFetcher& m_runtime;
    QAction* m_fetch;
    MessageStrip* m_strip;
    ErrorStrip* m_error;
    QWidget* m_working;
    QProgressBar* m_progress;
    Label* m_phase;
};

} // namespace fettle::ui
