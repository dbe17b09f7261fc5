#include "ui/pages/chat/side_panel.h"

#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/chat_transcript.h"
#include "ui/widgets/label.h"
#include "ui/widgets/model_mark.h"
#include "ui/widgets/strength_slider.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kContextSteps = 1000;
constexpr int kContextWidth = 72;

} // namespace

SidePanel::SidePanel(const QString& name, ChatSide& chat, ResultsModel& results, QWidget* parent)
    : QWidget(parent), m_chat(chat), m_results(results), m_mark(new ModelMark(ModelMark::Side::Base)),
      m_target(new QComboBox), m_strength(new StrengthSlider), m_strengthRow(makeStrength(name)),
      m_transcript(new ChatTranscript(ChatTranscript::Side::Base)), m_context(new QProgressBar),
      m_state(new Label({}, TextRole::Secondary)) {
    m_transcript->setObjectName(name + QStringLiteral("Transcript"));
    m_transcript->setModel(&chat.conversation());
    m_transcript->setEmptyText(tr("Answers appear here."));
    m_context->setObjectName(name + QStringLiteral("Context"));
    m_context->setRange(0, kContextSteps);
    m_context->setTextVisible(false);
    m_context->setAccessibleName(tr("Share of the context in use"));
    m_context->setFixedWidth(scaled(kContextWidth));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_state, 1);
    foot->addWidget(m_context);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(makeHeader(name));
    layout->addWidget(m_transcript, 1);
    layout->addLayout(foot);
    connect(&chat, &ChatSide::targetChanged, this, &SidePanel::showTarget);
    connect(&results, &ResultsModel::refreshed, this, &SidePanel::showTarget);
    connect(&results, &QAbstractItemModel::rowsInserted, this, &SidePanel::showTarget);
    connect(&chat, &ChatSide::streamingChanged, this, &SidePanel::showState);
    connect(&chat, &ChatSide::loading, this, [this](const QString& phase) {
        m_state->setText(phase.isEmpty() ? QString() : tr("%1...").arg(phaseText(phase)));
    });
    connect(m_transcript, &ChatTranscript::tokenChosen, this, &SidePanel::onTokenChosen);
    connect(m_transcript, &ChatTranscript::regenerateRequested, &chat, &ChatSide::regenerate);
    connect(m_transcript, &ChatTranscript::continueRequested, &chat, &ChatSide::continueAnswer);
    connect(m_transcript, &ChatTranscript::editRequested, this,
            [this](int turn) { Q_EMIT editRequested(turn, m_chat.conversation().turn(turn).text); });
    showTarget();
    showState();
}

QWidget* SidePanel::makeHeader(const QString& name) {
    m_target->setObjectName(name + QStringLiteral("Target"));
    m_target->setAccessibleName(tr("Model"));
    m_target->setModel(&m_results);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setPlaceholderText(tr("Choose a model"));
    m_mark->setObjectName(name + QStringLiteral("Mark"));
    m_mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QSizePolicy policy = m_strengthRow->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the turns of both sides begin at one height
    m_strengthRow->setSizePolicy(policy);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_mark);
    row->addWidget(m_target, 1);
    auto* header = new QWidget;
    auto* layout = new QVBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kTightGap);
    layout->addLayout(row);
    layout->addWidget(m_strengthRow);
    connect(m_target, &QComboBox::activated, this, &SidePanel::choose);
    return header;
}

QWidget* SidePanel::makeStrength(const QString& name) {
    m_strength->setObjectName(name + QStringLiteral("Strength"));
    m_strength->setAccessibleName(tr("Strength of the adapter"));
    auto* label = new Label(tr("Strength"), TextRole::Secondary);
    label->setWordWrap(false);
    label->setBuddy(m_strength);
    auto* part = new QWidget;
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_strength, 1);
    connect(m_strength, &StrengthSlider::strengthChanged, &m_chat, &ChatSide::setStrength);
    return part;
}

void SidePanel::choose(int row) {
    m_chat.setTarget(m_results.result(row));
}

void SidePanel::showTarget() {
    const ResultRef& target = m_chat.target();
    m_target->setCurrentIndex(m_results.rowOf(target));
    m_target->setToolTip(target.path);
    m_mark->setSide(target.isTuned() ? ModelMark::Side::Tuned : ModelMark::Side::Base);
    m_transcript->setSide(target.isTuned() ? ChatTranscript::Side::Tuned : ChatTranscript::Side::Base);
    m_strengthRow->setVisible(target.kind == ResultRef::Kind::Adapter);
    m_strength->setStrength(m_chat.strength());
}

void SidePanel::showState() {
    if (m_chat.isStreaming()) return;
    const double share = m_chat.contextShare();
    m_context->setVisible(share > 0);
    m_context->setValue(static_cast<int>(share * kContextSteps));
    m_state->setText(share > 0 ? tr("%1 of the context used").arg(percentText(share)) : QString());
}

void SidePanel::onTokenChosen(int turn, int token, const QPoint& place) {
    const auto& tokens = m_chat.conversation().turn(turn).tokens;
    if (token >= 0 && token < static_cast<int>(tokens.size()))
        Q_EMIT tokenChosen(tokens[static_cast<std::size_t>(token)], place);
}

} // namespace fettle::ui
