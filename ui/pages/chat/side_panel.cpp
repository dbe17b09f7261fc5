#include "ui/pages/chat/side_panel.h"

#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/strength_slider.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kContextSteps = 1000;

QString nameFor(ChatTranscript::Side side, const char* what) {
    return (side == ChatTranscript::Side::Base ? QStringLiteral("left") : QStringLiteral("right")) +
           QLatin1String(what);
}

} // namespace

SidePanel::SidePanel(ChatTranscript::Side side, ChatSide& chat, ChatTargets& targets, QWidget* parent)
    : QWidget(parent), m_chat(chat), m_targets(targets), m_target(new QComboBox), m_strength(new StrengthSlider),
      m_transcript(new ChatTranscript(side)), m_context(new QProgressBar), m_state(new Label({}, TextRole::Secondary)),
      m_error(new ErrorStrip) {
    m_transcript->setObjectName(nameFor(side, "Transcript"));
    m_transcript->setModel(&chat.conversation());
    m_transcript->setEmptyText(tr("Answers appear here."));
    m_context->setRange(0, kContextSteps);
    m_context->setTextVisible(false);
    m_context->setAccessibleName(tr("Share of the context in use"));
    m_context->setFixedWidth(scaled(72));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_context);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(makeHeader(side));
    layout->addWidget(m_error);
    layout->addWidget(m_transcript, 1);
    layout->addLayout(foot);
    connect(&chat, &ChatSide::targetChanged, this, &SidePanel::showTarget);
    connect(&targets, &ChatTargets::refreshed, this, &SidePanel::showTarget);
    connect(&targets, &QAbstractItemModel::rowsInserted, this, &SidePanel::showTarget);
    connect(&chat, &ChatSide::streamingChanged, this, &SidePanel::showState);
    connect(&chat, &ChatSide::serverFailed, m_error, &ErrorStrip::showError);
    connect(&chat, &ChatSide::loading, this, [this](const QString& phase) {
        m_state->setText(phase.isEmpty() ? QString() : tr("%1...").arg(phaseText(phase)));
        if (phase.isEmpty()) m_error->hide();
    });
    connect(m_transcript, &ChatTranscript::tokenClicked, this, &SidePanel::onTokenClicked);
    connect(m_transcript, &ChatTranscript::regenerateRequested, &chat, &ChatSide::regenerate);
    connect(m_transcript, &ChatTranscript::editRequested, this,
            [this](int turn) { Q_EMIT editRequested(turn, m_chat.conversation().turn(turn).text); });
    showTarget();
    showState();
}

QWidget* SidePanel::makeHeader(ChatTranscript::Side side) {
    m_target->setObjectName(nameFor(side, "Target"));
    m_target->setAccessibleName(side == ChatTranscript::Side::Base ? tr("Model on the left")
                                                                   : tr("Model on the right"));
    m_target->setModel(&m_targets);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setPlaceholderText(tr("Choose a model"));
    m_strength->setObjectName(nameFor(side, "Strength"));
    m_strength->setAccessibleName(tr("Strength of the adapter"));
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_target, 1);
    row->addWidget(m_strength, 1);
    connect(m_target, &QComboBox::activated, this, &SidePanel::choose);
    connect(m_strength, &StrengthSlider::strengthChanged, &m_chat, &ChatSide::setStrength);
    return header;
}

void SidePanel::choose(int row) {
    m_error->hide();
    m_chat.setTarget(m_targets.target(row));
}

void SidePanel::showTarget() {
    const int row = m_targets.rowOf(m_chat.target());
    m_target->setCurrentIndex(row);
    m_strength->setVisible(!m_chat.target().adapter.isEmpty());
    m_strength->setStrength(m_chat.strength());
}

void SidePanel::showState() {
    if (m_chat.isStreaming()) {
        m_error->hide();
        return;
    }
    const double share = m_chat.contextShare();
    m_context->setVisible(share > 0);
    m_context->setValue(static_cast<int>(share * kContextSteps));
    m_state->setText(share > 0 ? tr("%1 of the context used").arg(percentText(share)) : QString());
}

void SidePanel::onTokenClicked(int turn, int token) {
    const auto& tokens = m_chat.conversation().turn(turn).tokens;
    if (token >= 0 && token < static_cast<int>(tokens.size()))
        Q_EMIT tokenChosen(tokens[static_cast<std::size_t>(token)]);
}

} // namespace fettle::ui
