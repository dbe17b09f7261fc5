#include "ui/widgets/form_line.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kLabelWidth = 132;
constexpr int kLeastControlWidth = 140;
constexpr int kWideLine = 520;
constexpr int kNarrowLine = 296;
constexpr int kLeastNoteWidth = 220; // of a sentence; narrower, it is read below the control

} // namespace

FormLine::FormLine(const QString& label, QWidget* control, Label* note, QWidget* parent)
    : QWidget(parent), m_name(new Label(label)), m_control(control), m_note(note),
      m_problem(new Label({}, TextRole::Secondary)) {
    m_name->setFixedWidth(scaled(kLabelWidth));
    m_name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_name->setBuddy(control->focusProxy() != nullptr ? control->focusProxy() : control);
    m_control->setMinimumWidth(std::max(m_control->minimumSizeHint().width(),
                                        std::min(scaled(kLeastControlWidth), m_control->sizeHint().width())));
    m_problem->setInk(Ink::Danger);
    m_problem->hide();
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(kGap);
    layout->setVerticalSpacing(kTightGap / 2);
    layout->setColumnStretch(2, 1);
    arrange(Arrangement::Tall);
}

void FormLine::setNote(const QString& note) {
    m_note->setText(note);
    settle();
}

void FormLine::setProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void FormLine::setHelp(const QString& help) {
    for (QWidget* widget : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(this)}) {
        widget->setToolTip(help);
        widget->setWhatsThis(help);
    }
}

void FormLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    settle();
}

void FormLine::settle() {
    const Arrangement wanted = width() >= scaled(kWideLine) && isNoteFitting() ? Arrangement::Wide
                               : width() >= scaled(kNarrowLine)                ? Arrangement::Narrow
                                                                               : Arrangement::Tall;
    if (wanted != m_arrangement) arrange(wanted);
}

bool FormLine::isNoteFitting() const {
    if (m_note == nullptr) return true;
    const int line = m_note->fontMetrics().horizontalAdvance(m_note->text());
    const int note = std::max(m_note->minimumSizeHint().width(), std::min(line, scaled(kLeastNoteWidth)));
    return m_name->width() + m_control->minimumWidth() + note + 2 * kGap <= width();
}

void FormLine::arrange(Arrangement arrangement) {
    m_arrangement = arrangement;
    auto* grid = static_cast<QGridLayout*>(layout());
    for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_control, m_note, m_problem})
        if (part != nullptr) grid->removeWidget(part);
    const bool isTall = arrangement == Arrangement::Tall, isWide = arrangement == Arrangement::Wide;
    const int first = isTall ? 0 : 1;
    grid->addWidget(m_name, isTall ? 0 : 1, 0);
    grid->addWidget(m_control, 1, first, 1, m_note == nullptr ? -1 : 1);
    if (m_note != nullptr) grid->addWidget(m_note, isWide ? 1 : 2, isWide ? 2 : first, 1, isWide ? 1 : -1);
    grid->addWidget(m_problem, 3, first, 1, -1);
}

// It may become narrower than it stands now: then it stands otherwise.
QSize FormLine::minimumSizeHint() const {
    return {scaled(kLeastControlWidth), QWidget::minimumSizeHint().height()};
}

} // namespace fettle::ui
