#pragma once

#include "ui/models/run_files.h"
#include "ui/models/run_record.h"
#include "ui/widgets/card.h"

namespace fettle::ui {

class DecimalBox;
class SegmentedChoice;

// How much longer a finished run shall train. Hidden until it is asked.
class FurtherQuestion : public Card {
    Q_OBJECT
public:
    explicit FurtherQuestion(QWidget* parent = nullptr);
    void ask(const RunRecord& record); // proposes as much again, in the unit of the run's own duration

Q_SIGNALS:
    void answered(double more, fettle::ui::DurationUnit unit);

private:
    [[nodiscard]] DurationUnit unit() const;
    void showUnit(double amount);

    DecimalBox* m_amount;
    SegmentedChoice* m_unit;
    double m_epochs = 1, m_steps = 1; // proposed
};

} // namespace fettle::ui
