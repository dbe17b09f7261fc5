#include "ui/pages/chat/prompt_view.h"

#include "ui/text/numbers.h"
#include "ui/widgets/style.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace fettle::ui {

PromptView::PromptView(ChatSide& side, QWidget* parent)
    : Card(tr("Prompt as the model sees it"), parent), m_text(new QPlainTextEdit) {
    m_text->setObjectName(QStringLiteral("renderedPrompt"));
    m_text->setAccessibleName(tr("Rendered prompt"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(fontOf(TextRole::Mono));
    content()->addWidget(m_text);
    connect(&side, &ChatSide::rendered, this, &PromptView::show);
}

void PromptView::show(const QString& text, const QVector<int>& ids) {
    m_text->setPlainText(text);
    setTitle(tr("Prompt as the model sees it, %1 tokens").arg(countText(ids.size())));
}

} // namespace fettle::ui
