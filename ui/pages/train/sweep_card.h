#pragma once

#include "core/config/sweep.h"
#include "ui/widgets/card.h"
#include "ui/widgets/config_draft.h"

#include <QStringList>

#include <vector>

class QAction;
class QLineEdit;

namespace fettle::ui {

class FormLine;

// Several values of some settings: every combination becomes a run in the queue.
class SweepCard : public Card {
    Q_OBJECT
public:
    explicit SweepCard(ConfigDraft& draft, QWidget* parent = nullptr);

    void setReady(bool isReady); // whether the run of the draft itself may start

Q_SIGNALS:
    void sweepRequested(const std::vector<fettle::RunConfig>& runs);

private:
    struct Axis {
        QString key;
        QLineEdit* values;
        FormLine* line;
    };
    void addAxis(const QString& key, const QString& example);
    [[nodiscard]] std::vector<SweepAxis> axes() const; // those with values
    void follow();
    void request();

    ConfigDraft& m_draft;
    QAction* m_start;
    std::vector<Axis> m_axes;
    std::vector<RunConfig> m_runs;
    bool m_isReady = false;
};

} // namespace fettle::ui
