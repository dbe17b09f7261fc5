#pragma once

#include <QWidget>

class QVBoxLayout;

namespace fettle::ui {

class Label;

// A line that opens what lies under it: "> Advanced (2 changed)".
class Disclosure : public QWidget {
    Q_OBJECT
public:
    explicit Disclosure(const QString& title, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    void setTitle(const QString& title);
    void setNote(const QString& note); // beside the title, in secondary text
    void setOpen(bool isOpen);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    void toggled(bool isOpen);

private:
    class Head;
    Head* m_head;
    Label* m_note;
    QWidget* m_body;
    QVBoxLayout* m_content;
    bool m_isOpen = false;
};

} // namespace fettle::ui
