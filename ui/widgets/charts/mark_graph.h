#pragma once

#include "ui/widgets/charts/plot_library.h"

namespace fettle::ui {

// Points that are drawn whole, also where they touch the edge of the axes.
class MarkGraph : public QCPGraph {
public:
    using QCPGraph::QCPGraph;

protected:
    QRect clipRect() const override {
        const int radius = qCeil(scatterStyle().size() / 2) + 1; // and half of its outline
        return QCPGraph::clipRect().adjusted(-radius, -radius, radius, radius);
    }
};

} // namespace fettle::ui
