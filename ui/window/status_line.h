#pragma once

#include <QWidget>

namespace fettle::ui {

class Button;
class Label;

// The foot of the window: what computes, what trains, what happened last. Each part leads to its page.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setDevice(const QString& text);
    void setRun(const QString& text); // empty: none
    void setMessage(const QString& text);
    void setLogOpen(bool isOpen);

Q_SIGNALS:
    void deviceClicked();
    void runClicked();
    void logToggled(bool isOpen);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Button* m_device;
    Button* m_run;
    Button* m_log;
    Label* m_message;
};

} // namespace fettle::ui
