#include "ui/widgets/card.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace fettle::ui {

namespace {

void paintPanel(QWidget& widget, Ink line, double width) {
    QPainter painter(&widget);
    const double inset = width / 2;
    paintRounded(painter, QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset), kRadius,
                 ink(Ink::Card, widget.palette()), ink(line, widget.palette()), width);
}

} // namespace

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new Label(title, TextRole::CardTitle)), m_header(new QHBoxLayout),
      m_content(new QVBoxLayout) {
    m_title->setWordWrap(true);
    m_header->addWidget(m_title, 1);
    m_header->setSpacing(kGap);
    m_content->setSpacing(kGap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGroupGap, kGroupGap, kGroupGap, kGroupGap);
    layout->setSpacing(kGap + kTightGap);
    layout->addLayout(m_header);
    layout->addLayout(m_content, 1);
    setTitle(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    if (accessibleName().isEmpty()) setAccessibleName(title);
}

void Card::setHighlighted(bool isHighlighted) {
    m_isHighlighted = isHighlighted;
    update();
}

void Card::paintEvent(QPaintEvent*) {
    paintPanel(*this, m_isHighlighted ? Ink::Accent : Ink::Border, m_isHighlighted ? 2 : 1);
}

Tile::Tile(const QString& caption, QWidget* parent)
    : QFrame(parent), m_value(new Label({}, TextRole::PageTitle)), m_caption(new Label(caption, TextRole::Secondary)),
      m_note(new Label({}, TextRole::Secondary)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGroupGap, kGap + kTightGap, kGroupGap, kGap + kTightGap);
    layout->setSpacing(kTightGap / 2);
    layout->addWidget(m_value);
    layout->addWidget(m_caption);
    layout->addWidget(m_note);
    layout->addStretch();
    m_note->hide();
    setValue(QStringLiteral("–"));
}

void Tile::setValue(const QString& value) {
    m_value->setText(value);
    setAccessibleName(tr("%1: %2").arg(m_caption->text(), value));
}

void Tile::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

QString Tile::value() const {
    return m_value->text();
}

void Tile::paintEvent(QPaintEvent*) {
    paintPanel(*this, Ink::Border, 1);
}

} // namespace fettle::ui
