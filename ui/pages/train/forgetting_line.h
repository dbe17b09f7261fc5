#pragma once

#include "ui/tasks/run_in_background.h"
#include "ui/widgets/config_draft.h"
#include "ui/widgets/form_line.h"

class QCheckBox;

namespace fettle::ui {

// Whether a run measures its loss on texts unlike its data as well: an evaluation set of the probes that come along.
// Other sets of the draft stay as they are.
class ForgettingLine : public FormLine {
    Q_OBJECT
public:
    explicit ForgettingLine(ConfigDraft& draft, QWidget* parent = nullptr);

private:
    ForgettingLine(ConfigDraft& draft, QCheckBox* box, QWidget* parent);
    void follow();
    void take(bool isOn);

    ConfigDraft& m_draft;
    QCheckBox* m_box;
    std::optional<EvaluationSetConfig> m_probes; // once it is known where they lie
    Task m_finding;
};

} // namespace fettle::ui
