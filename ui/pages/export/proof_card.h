#pragma once

#include "ui/pages/chat/prompt_set_runner.h"
#include "ui/pages/export/export_job.h"
#include "ui/pages/export/proof_model.h"
#include "ui/widgets/card.h"

namespace fettle::ui {

class MessageStrip;

// After a merge: does the written model answer as base and adapter did?
class ProofCard : public Card {
    Q_OBJECT
public:
    explicit ProofCard(ChatServers& servers, QWidget* parent = nullptr);

    void prove(const ExportRequest& request, const Json& figures); // figures as the merge reported them
    void clear();
    [[nodiscard]] MessageStrip& verdict() { return *m_verdict; }

private:
    void showVerdict();

    PromptSetModel m_answers;
    ProofModel m_model;
    ChatSide m_attached, m_written;
    PromptSetRunner m_runner;
    MessageStrip* m_verdict;
    double m_agreement = 0, m_gap = 0;
    std::int64_t m_positions = 0;
};

} // namespace fettle::ui
