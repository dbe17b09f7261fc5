#pragma once

#include "ui/widgets/message_strip.h"

class QAction;

namespace fettle::ui {

class RunRegistry;
class Settings;

// At a start, on whatever page is open: what trained or waited when the window ended, to go on with.
class ResumeOffer : public MessageStrip {
    Q_OBJECT
public:
    ResumeOffer(RunRegistry& runs, Settings& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    void runWanted(const QString& folder);

private:
    void offerOnce();
    void goOn();
    void decline();

    RunRegistry& m_runs;
    Settings& m_settings;
    QAction *m_goOn, *m_open;
    QStringList m_folders;
    bool m_hasOffered = false;
};

} // namespace fettle::ui
