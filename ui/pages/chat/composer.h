#pragma once

#include <QPlainTextEdit>

namespace fettle::ui {

class Button;

// Where a message is written: Enter sends, Shift+Enter breaks the line.
class Composer : public QWidget {
    Q_OBJECT
public:
    explicit Composer(QWidget* parent = nullptr);

    void setText(const QString& text);
    void setStreaming(bool isStreaming); // the button stops instead of sending
    void setHint(const QString& hint);
    void act(); // what the button does

Q_SIGNALS:
    void sent(const QString& text);
    void stopRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void send();

    QPlainTextEdit* m_edit;
    Button* m_button;
    bool m_isStreaming = false;
};

} // namespace fettle::ui
