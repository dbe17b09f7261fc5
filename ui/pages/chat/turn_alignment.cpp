#include "ui/pages/chat/turn_alignment.h"

#include "ui/widgets/chat_transcript.h"

#include <QScrollBar>

#include <algorithm>

namespace fettle::ui {

TurnAlignment::TurnAlignment(ChatTranscript& left, ChatTranscript& right, QObject* parent)
    : QObject(parent), m_left(left), m_right(right) {
    for (const auto& [from, to] : {std::pair{&left, &right}, {&right, &left}}) {
        connect(from, &ChatTranscript::heightsChanged, this, &TurnAlignment::schedule);
        connect(from->verticalScrollBar(), &QScrollBar::valueChanged, this, [this, to = to](int value) {
            if (m_isActive) to->verticalScrollBar()->setValue(value);
        });
    }
}

void TurnAlignment::setActive(bool isActive) {
    m_isActive = isActive;
    schedule();
}

// Once for all that changes in one turn of the event loop.
void TurnAlignment::schedule() {
    if (m_isScheduled) return;
    m_isScheduled = true;
    QMetaObject::invokeMethod(this, &TurnAlignment::align, Qt::QueuedConnection);
}

void TurnAlignment::align() {
    m_isScheduled = false;
    std::vector<int> least;
    if (m_isActive) {
        const auto left = m_left.naturalHeights(), right = m_right.naturalHeights();
        for (std::size_t row = 0; row < std::min(left.size(), right.size()); ++row)
            least.push_back(std::max(left[row], right[row]));
    }
    m_left.setLeastHeights(least);
    m_right.setLeastHeights(least);
}

} // namespace fettle::ui
