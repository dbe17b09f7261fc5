#include "ui/pages/export/proof_card.h"

#include "ui/text/error_text.h"
#include "ui/text/numbers.h"
#include "ui/widgets/message_strip.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

// Rounding to the written number format may turn a token where two are about equally likely, no more.
constexpr double kGoodAgreement = 0.95;
constexpr int kAnswerTokens = 48;

} // namespace

ProofCard::ProofCard(ChatServers& servers, QWidget* parent)
    : Card(tr("Proof"), parent), m_model(m_answers), m_attached(servers), m_written(servers), m_runner(m_answers),
      m_verdict(new MessageStrip) {
    m_verdict->setObjectName(QStringLiteral("proofVerdict"));
    m_verdict->setDismissable(false);
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("proofTable"));
    table->setAccessibleName(tr("Answers before and after the export"));
    table->setModel(&m_model);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setMinimumHeight(scaled(200));
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(ProofModel::Same, QHeaderView::ResizeToContents);
    content()->addWidget(m_verdict);
    content()->addWidget(table, 1);
    const SamplingConfig greedy{.temperature = 0, .maxNewTokens = kAnswerTokens};
    m_attached.setSampling(greedy);
    m_written.setSampling(greedy);
    connect(&m_runner, &PromptSetRunner::finished, this, [this] {
        showVerdict();
        m_attached.setTarget({}); // nobody asks them again: the memory returns
        m_written.setTarget({});
    });
    connect(&m_runner, &PromptSetRunner::failed, this, [this](const Error& error) {
        m_verdict->showMessage(MessageStrip::Kind::Error, errorText(error), hintText(error), errorDetails(error));
    });
    hide();
}

void ProofCard::clear() {
    m_runner.stop();
    hide();
}

void ProofCard::prove(const ExportRequest& request, const Json& figures) {
    m_agreement = figures.value("top1_agreement", 0.0);
    m_gap = figures.value("max_logprob_gap", 0.0);
    m_positions = figures.value("positions", std::int64_t{0});
    m_answers.setPrompts(request.prompts);
    m_attached.setTarget(request.result);
    m_written.setTarget(ResultRef::ofModel(request.target, request.result.base));
    showVerdict();
    setVisible(true);
    m_runner.run(m_attached, m_written);
}

void ProofCard::showVerdict() {
    const bool isGood = m_agreement >= kGoodAgreement;
    //: Share of positions, their number, a difference in nats.
    const QString figures =
        tr("The likeliest next token is the same at %1 of %2 positions; the largest difference of a "
           "log-probability is %3.")
            .arg(percentText(m_agreement), countText(m_positions), metricText(m_gap));
    QString what = isGood ? tr("The written model answers as base and adapter do.")
                          : tr("The written model differs from base and adapter.");
    if (!m_runner.isRunning() && m_runner.total() > 0)
        what +=
            QLatin1Char(' ') +
            tr("%1 of %2 answers are the same, letter for letter.").arg(m_model.sameAnswers()).arg(m_model.rowCount());
    m_verdict->showMessage(isGood ? MessageStrip::Kind::Good : MessageStrip::Kind::Error, what, figures);
}

} // namespace fettle::ui
