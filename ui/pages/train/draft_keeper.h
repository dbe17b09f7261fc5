#pragma once

#include "ui/models/settings.h"
#include "ui/tasks/run_in_background.h"
#include "ui/widgets/config_draft.h"

#include <QTimer>

namespace fettle::ui {

// Keeps the unfinished form over restarts. At the first start it is the pocket model with its own data, ready to train.
class DraftKeeper : public QObject {
    Q_OBJECT
public:
    DraftKeeper(Settings& settings, ConfigDraft& draft, QObject* parent = nullptr);
    [[nodiscard]] bool isRestored() const { return m_isRestored; }

Q_SIGNALS:
    void restored();

private:
    void restore();
    void save();

    Settings& m_settings;
    ConfigDraft& m_draft;
    QTimer m_timer;
    bool m_isRestored = false;
};

} // namespace fettle::ui
