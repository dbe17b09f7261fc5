#pragma once

#include "ui/models/data_inspector.h"
#include "ui/widgets/histogram.h"

namespace fettle::ui {

// How long the rows are, against the length at which they are cut.
class LengthHistogram : public Histogram {
    Q_OBJECT
public:
    explicit LengthHistogram(QWidget* parent = nullptr);
    void show(const DataFigures& figures);
};

} // namespace fettle::ui
