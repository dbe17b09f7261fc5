#include "ui/widgets/chat_transcript.h"

#include "ui/widgets/chat_bubble.h"
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

void ChatTranscript::insert(int first, int last) {
    m_followsEnd = !m_isReadOnly; // whoever asks wants to see the answer
    for (int row = first; row <= last; ++row) {
        auto* bubble = new ChatBubble(m_side == Side::Base ? Ink::Base : Ink::Tuned);
        const auto place = m_bubbles.insert(m_bubbles.begin() + row, bubble);
        m_layout->insertWidget(row, bubble);
        if (m_isReadOnly) bubble->setReadOnly();
        // Rows move when turns are removed: a bubble is asked where it stands when it is used.
        const auto rowOf = [this, bubble] {
            return static_cast<int>(std::find(m_bubbles.begin(), m_bubbles.end(), bubble) - m_bubbles.begin());
        };
        connect(bubble, &ChatBubble::tokenClicked, this, [=, this](int token) { Q_EMIT tokenClicked(rowOf(), token); });
        connect(bubble, &ChatBubble::editRequested, this, [=, this] { Q_EMIT editRequested(rowOf()); });
        connect(bubble, &ChatBubble::regenerateRequested, this, [=, this] { Q_EMIT regenerateRequested(rowOf()); });
        (*place)->setObjectName(QStringLiteral("turn%1").arg(row));
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
}

void ChatTranscript::update(int first, int last) {
    for (int row = first; row <= last && row < static_cast<int>(m_bubbles.size()); ++row)
        m_bubbles[static_cast<std::size_t>(row)]->setTurn(
            m_model->turn(row), m_model->data(m_model->index(row), ConversationModel::StatsRole).toString());
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

} // namespace fettle::ui
