#include "ui/widgets/chat_transcript.h"

#include "ui/widgets/chat_bubble.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/label.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

ChatTranscript::ChatTranscript(Side side, QWidget* parent)
    : QScrollArea(parent), m_side(side), m_layout(nullptr), m_empty(new Label({}, TextRole::Secondary)) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus); // arrow keys scroll
    setAccessibleName(side == Side::Base ? tr("Chat with the base model") : tr("Chat with the tuned model"));
    auto* inside = new QWidget;
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins(0, kGap, kGap, kGap);
    m_layout->setSpacing(kGap + kTightGap);
    m_empty->setAlignment(Qt::AlignCenter);
    m_layout->addWidget(m_empty, 1);
    m_layout->addStretch();
    setWidget(inside);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &ChatTranscript::followEnd);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) { m_followsEnd = !m_isReadOnly && value >= verticalScrollBar()->maximum() - kGap; });
}

void ChatTranscript::setModel(ConversationModel* model) {
    if (m_model != nullptr) m_model->disconnect(this);
    m_model = model;
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { insert(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex&, int first, int last) { remove(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { update(first.row(), last.row()); });
    connect(model, &QAbstractItemModel::modelReset, this, &ChatTranscript::rebuild);
    rebuild();
}

void ChatTranscript::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

void ChatTranscript::setReadOnly() {
    m_isReadOnly = true;
    m_followsEnd = false;
}

Ink ChatTranscript::sideInk() const {
    return m_side == Side::Base ? Ink::Base : Ink::Tuned;
}

void ChatTranscript::setSide(Side side) {
    m_side = side;
    setAccessibleName(side == Side::Base ? tr("Chat with the base model") : tr("Chat with the tuned model"));
    for (ChatBubble* bubble : m_bubbles)
        bubble->setSide(sideInk());
}

void ChatTranscript::setEditedTurn(int turn) {
    for (std::size_t row = 0; row < m_bubbles.size(); ++row)
        m_bubbles[row]->setEdited(static_cast<int>(row) == turn);
}

std::vector<int> ChatTranscript::naturalHeights() const {
    std::vector<int> heights;
    for (const ChatBubble* bubble : m_bubbles) {
        bubble->layout()->activate(); // its inner lines know their new heights only then
        heights.push_back(bubble->sizeHint().height());
    }
    return heights;
}

void ChatTranscript::setLeastHeights(const std::vector<int>& heights) {
    for (std::size_t row = 0; row < m_bubbles.size(); ++row)
        m_bubbles[row]->setMinimumHeight(row < heights.size() ? heights[row] : 0);
}

ChatBubble* ChatTranscript::makeBubble() {
    auto* bubble = new ChatBubble(sideInk());
    if (m_isReadOnly) bubble->setReadOnly();
    // Rows move when turns are removed: a bubble is asked where it stands when it is used.
    const auto rowOf = [this, bubble] {
        return static_cast<int>(std::find(m_bubbles.begin(), m_bubbles.end(), bubble) - m_bubbles.begin());
    };
    connect(bubble, &ChatBubble::tokenChosen, this,
            [=, this](int token, const QPoint& place) { Q_EMIT tokenChosen(rowOf(), token, place); });
    connect(bubble, &ChatBubble::editRequested, this, [=, this] { Q_EMIT editRequested(rowOf()); });
    connect(bubble, &ChatBubble::regenerateRequested, this, [=, this] { Q_EMIT regenerateRequested(rowOf()); });
    connect(bubble, &ChatBubble::continueRequested, this, [=, this] { Q_EMIT continueRequested(rowOf()); });
    connect(bubble, &ChatBubble::resized, this, &ChatTranscript::heightsChanged);
    return bubble;
}

void ChatTranscript::insert(int first, int last) {
    m_followsEnd = !m_isReadOnly; // whoever asks wants to see the answer
    for (int row = first; row <= last; ++row) {
        ChatBubble* bubble = makeBubble();
        m_bubbles.insert(m_bubbles.begin() + row, bubble);
        m_layout->insertWidget(row, bubble);
        bubble->setObjectName(QStringLiteral("turn%1").arg(row));
    }
    update(first, last);
    m_empty->setVisible(m_bubbles.empty());
}

void ChatTranscript::remove(int first, int last) {
    for (int row = last; row >= first; --row) {
        ChatBubble* bubble = m_bubbles[static_cast<std::size_t>(row)];
        m_bubbles.erase(m_bubbles.begin() + row);
        m_layout->removeWidget(bubble);
        bubble->hide();
        bubble->deleteLater(); // it may be the one whose button was clicked
    }
    m_empty->setVisible(m_bubbles.empty());
    Q_EMIT heightsChanged();
}

void ChatTranscript::update(int first, int last) {
    for (int row = first; row <= last && row < static_cast<int>(m_bubbles.size()); ++row)
        m_bubbles[static_cast<std::size_t>(row)]->setTurn(
            m_model->turn(row), m_model->data(m_model->index(row), ConversationModel::StatsRole).toString());
    Q_EMIT heightsChanged();
}

void ChatTranscript::rebuild() {
    if (!m_bubbles.empty()) remove(0, static_cast<int>(m_bubbles.size()) - 1);
    const int rows = m_model == nullptr ? 0 : m_model->rowCount();
    if (rows > 0) insert(0, rows - 1);
    m_empty->setVisible(rows == 0);
}

void ChatTranscript::followEnd() {
    if (m_followsEnd) verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ChatTranscript::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    followEnd();
}

void ChatTranscript::paintEvent(QPaintEvent* event) {
    QScrollArea::paintEvent(event);
    QPainter painter(viewport());
    if (hasFocus()) paintFocusRing(painter, viewport()->rect(), palette(), kRadius);
}

void ChatTranscript::focusInEvent(QFocusEvent* event) {
    QScrollArea::focusInEvent(event);
    viewport()->update();
}

void ChatTranscript::focusOutEvent(QFocusEvent* event) {
    QScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace fettle::ui
