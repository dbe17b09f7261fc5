#include "ui/pages/data/strand_pane.h"

#include "ui/text/names.h"
#include "ui/widgets/chat_transcript.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace fettle::ui {

namespace {

QString textAt(const Json& turn, const char* key) {
    const auto value = turn.find(key);
    if (value == turn.end() || value->is_null()) return {};
    return QString::fromStdString(value->is_string() ? value->get<std::string>() : toLine(*value));
}

// Plain text reads like an answer, and so does what a tool says.
ChatTurn turnOf(const Json& turn) {
    QString role = textAt(turn, "role");
    if (role != QLatin1String("user") && role != QLatin1String("system")) role = QStringLiteral("assistant");
    QStringList parts = {textAt(turn, "content"), textAt(turn, "tool_calls")};
    parts.removeAll({});
    return {.role = role, .text = parts.join(QLatin1Char('\n'))};
}

QString nameOf(StrandKind kind) {
    if (kind == StrandKind::Chosen) return StrandPane::tr("\u2713 Chosen, the better answer");
    if (kind == StrandKind::Rejected) return StrandPane::tr("\u2717 Rejected, the worse answer");
    return rowColumnName(QStringLiteral("prompt"));
}

Ink inkOf(StrandKind kind) {
    if (kind == StrandKind::Chosen) return Ink::Good;
    return kind == StrandKind::Rejected ? Ink::Danger : Ink::Text;
}

} // namespace

StrandPane::StrandPane(QWidget* parent)
    : QWidget(parent), m_name(new Label({}, TextRole::Strong)),
      m_transcript(new ChatTranscript(ChatTranscript::Side::Tuned)) {
    m_transcript->setReadOnly();
    m_transcript->setModel(&m_conversation);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_name);
    layout->addWidget(m_transcript, 1);
    m_name->hide();
}

void StrandPane::setEmptyText(const QString& text) {
    m_transcript->setEmptyText(text);
}

void StrandPane::showTurns(const Json& turns) {
    std::vector<ChatTurn> shown;
    for (const Json& turn : turns)
        shown.push_back(turnOf(turn));
    m_conversation.exchange(std::move(shown));
    m_transcript->setAccessibleName(tr("The row as a conversation"));
    m_name->hide();
}

void StrandPane::showStrand(const Strand& strand) {
    showTurns(strand.turns);
    m_name->setText(nameOf(strand.kind));
    m_name->setInk(inkOf(strand.kind));
    m_name->show();
    m_transcript->setAccessibleName(m_name->text());
}

} // namespace fettle::ui
