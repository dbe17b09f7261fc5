#pragma once

#include "ui/pages/train/own_defaults.h"
#include "ui/widgets/message_strip.h"

namespace fettle::ui {

// Says what another model or method brought with it, and takes it back by a button.
class OwnDefaultsStrip : public MessageStrip {
    Q_OBJECT
public:
    OwnDefaultsStrip(OwnDefaults& defaults, const ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void showTaken(const QStringList& keys, const RunConfig& before);

    const ConfigDraft& m_draft;
};

} // namespace fettle::ui
