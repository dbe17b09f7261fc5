#pragma once

// QCustomPlot uses Qt's keywords, which the rest of the window does without.
#include <QObject>
#include <QtCore/qforeach.h>

#pragma push_macro("signals")
#pragma push_macro("slots")
#pragma push_macro("foreach")
#pragma push_macro("emit")
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#define emit
#include <qcustomplot.h>
#pragma pop_macro("emit")
#pragma pop_macro("foreach")
#pragma pop_macro("slots")
#pragma pop_macro("signals")
