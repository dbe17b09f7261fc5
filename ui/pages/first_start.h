#pragma once

#include "ui/engine/runtime_fetcher.h"

#include <QWidget>

namespace fettle::ui {

class MessageStrip;

// Where LibTorch is missing: says so, and fetches it by a button. Takes no room otherwise.
class FirstStart : public QWidget {
    Q_OBJECT
public:
    explicit FirstStart(RuntimeFetcher& runtime, QWidget* parent = nullptr);

private:
    void onMissing(const Error& error, const QString& command);

    RuntimeFetcher& m_runtime;
    QAction* m_fetch;
    MessageStrip* m_strip;
};

} // namespace fettle::ui
