#pragma once

class QWidget;

namespace fettle {

class TimedApplication;

// Prints the five figures of the window, each the median of five: first paint, a list of 1,000 runs, opening a run of
// 10,000 steps, a chart of a million points panned, and the longest event while a run streams and a file of 100,000
// rows is read.
int runBench(TimedApplication& application);

// Ends the program once `window` has been painted: what the first figure starts.
void quitAfterPaint(QWidget& window);

} // namespace fettle
