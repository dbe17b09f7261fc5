#pragma once

#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

#include <QTimer>

class QPlainTextEdit;

namespace fettle::ui {

class Disclosure;

// The exact config.json that a run gets, and the command line that would do the same.
class ConfigCard : public Card {
    Q_OBJECT
public:
    explicit ConfigCard(const ConfigDraft& draft, QWidget* parent = nullptr);

private:
    void show();

    const ConfigDraft& m_draft;
    Disclosure* m_body;
    QPlainTextEdit* m_text;
    QTimer m_timer;
};

} // namespace fettle::ui
