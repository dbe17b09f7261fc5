#pragma once

#include <QPlainTextEdit>

namespace fettle::ui {

class Button;
class Label;

// Where a message is written: Enter sends, Shift+Enter breaks the line. An earlier message can be written anew.
class Composer : public QWidget {
    Q_OBJECT
public:
    explicit Composer(QWidget* parent = nullptr);

    void beginEditing(const QString& text);
    void cancelEditing(); // what was being written before comes back
    [[nodiscard]] bool isEditing() const { return m_isEditing; }
    void setStreaming(bool isStreaming); // the button stops instead of sending
    void setHint(const QString& hint);
    void setLength(qint64 tokens, qint64 contextLength); // of the whole prompt; 0, 0: unknown
    void setObjection(const QString& why);               // why nothing can be sent; empty: it can
    void act();                                          // what the button does

Q_SIGNALS:
    void typed(const QString& text);
    void sent(const QString& text);
    void editingEnded(); // sent or cancelled
    void stopRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEditingBar();
    void send();
    void endEditing();
    void showNote();

    QPlainTextEdit* m_edit;
    Button* m_button;
    Label* m_note;
    QWidget* m_editing;
    QString m_before, m_objection; // what was written when the editing began
    qint64 m_tokens = 0, m_contextLength = 0;
    bool m_isStreaming = false, m_isEditing = false;
};

} // namespace fettle::ui
