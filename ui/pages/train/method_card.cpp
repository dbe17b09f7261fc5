#include "ui/pages/train/method_card.h"

#include "ui/pages/train/method_words.h"
#include "ui/pages/train/starting_point.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/field_facts.h"

#include <QVBoxLayout>

namespace fettle::ui {

MethodCard::MethodCard(RunsModel& runs, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Method"), parent), m_draft(draft),
      m_form(new ConfigForm(&draft, keysOf(FormPart::Method), ConfigForm::Fields::Both)),
      m_start(new StartingPoint(runs, draft)) {
    content()->addWidget(m_form);
    m_form->insertBelow(QStringLiteral("adapter.kind"), m_start);
    connect(&draft, &ConfigDraft::changed, this, &MethodCard::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &MethodCard::follow);
    follow();
}

void MethodCard::follow() {
    m_form->setNote(QStringLiteral("objective.kind"), methodSentence(m_draft.config()));
    m_form->setHidden(m_start->decidedKeys());
}

} // namespace fettle::ui
