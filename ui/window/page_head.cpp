#include "ui/window/page_head.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/page.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kLeastWidth = 240;

} // namespace

PageHead::PageHead(QWidget* parent)
    : QWidget(parent), m_title(new Label({}, TextRole::PageTitle)), m_actions(new QHBoxLayout) {
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_title->setElided(true);
    m_title->setElideMode(Qt::ElideRight);
    m_actions->setSpacing(kGap);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kGap + kTightGap, kPageMargin, kGap + kTightGap);
    layout->setSpacing(kGroupGap);
    layout->addWidget(m_title, 1);
    layout->addLayout(m_actions);
    setMinimumHeight(scaled(kPrimaryHeight) + 2 * (kGap + kTightGap) + 1);
}

void PageHead::setPage(Page* page) {
    if (m_page != nullptr) m_page->disconnect(this);
    m_page = page;
    connect(page, &Page::actionsChanged, this, &PageHead::showActions);
    m_title->setText(page->title());
    showActions();
}

void PageHead::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitContent();
    fitActions();
}

// It may become narrower than it stands now: then it stands otherwise.
QSize PageHead::minimumSizeHint() const {
    return {scaled(kLeastWidth), QWidget::minimumSizeHint().height()};
}

void PageHead::fitActions() {
    for (Button* button : m_buttons)
        button->setCompact(false);
    if (layout()->minimumSize().width() <= width()) return;
    for (Button* button : m_buttons)
        button->setCompact(true);
}

// The primary button ends on the right edge of what the page shows.
void PageHead::fitContent() {
    if (m_page == nullptr) return;
    QMargins margins = layout()->contentsMargins();
    margins.setRight(kPageMargin + std::max(0, width() - m_page->contentWidth()));
    layout()->setContentsMargins(margins);
}

void PageHead::showActions() {
    fitContent();
    m_buttons.clear();
    while (auto* item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was clicked
        delete item;
    }
    for (QAction* action : m_page->secondaryActions())
        m_actions->addWidget(m_buttons.emplace_back(new Button(action)));
    if (QAction* primary = m_page->primaryAction(); primary != nullptr && !m_page->showsPrimaryAction()) {
        auto* button = new Button(primary, ButtonKind::Primary);
        button->setObjectName(QStringLiteral("primaryButton"));
        m_actions->addWidget(button);
    }
    fitActions();
}

void PageHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, ink(Ink::Border, palette()));
}

} // namespace fettle::ui
