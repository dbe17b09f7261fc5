#pragma once

#include <QPlainTextEdit>

namespace fettle::ui {

// What the engines and pages said, the latest at the end; the oldest lines are dropped.
class LogPanel : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LogPanel(QWidget* parent = nullptr);

public Q_SLOTS:
    void add(const QString& line);
    void addLines(const QStringList& lines);
};

} // namespace fettle::ui
