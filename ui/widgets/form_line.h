#pragma once

#include <QWidget>

namespace fettle::ui {

class Label;

// A line of a form: label, control, a note beside it, and below what is wrong. All lines of a page stand on the same
// edges; where there is little room the note goes below the control, then the label above it.
class FormLine : public QWidget {
    Q_OBJECT
public:
    // Without a note the control reaches to the line's end.
    FormLine(const QString& label, QWidget* control, Label* note, QWidget* parent = nullptr);

    void setNote(const QString& note);
    void setProblem(const QString& problem); // empty: none
    void setHelp(const QString& help);       // on hover and F1, of everything but the control
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Arrangement { Tall, Narrow, Wide };
    void settle(); // in the arrangement for which there is room
    void arrange(Arrangement arrangement);
    [[nodiscard]] bool isNoteFitting() const; // beside the control

    Label* m_name;
    QWidget* m_control;
    Label* m_note;
    Label* m_problem;
    Arrangement m_arrangement = Arrangement::Tall;
};

} // namespace fettle::ui
