#include "ui/pages/runs/sample_view.h"

#include "ui/pages/runs/word_difference.h"
#include "ui/widgets/style.h"

#include <QEvent>
#include <QHash>

namespace fettle::ui {

namespace {

QString marked(const QString& before, const QString& after, bool hasBefore, const QString& color) {
    if (!hasBefore) return after.toHtmlEscaped();
    QString html;
    for (const WordPiece& piece : markNewWords(before, after)) {
        const QString word = piece.text.toHtmlEscaped();
        // Underlined as well: no meaning by colour alone.
        html += piece.isNew ? QStringLiteral("<span style=\"color:%1\"><u>%2</u></span> ").arg(color, word.trimmed())
                            : word;
    }
    return html;
}

} // namespace

SampleView::SampleView(QWidget* parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("runSamples"));
    setAccessibleName(tr("Samples"));
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("Answers to the sample prompts appear here at each evaluation."));
}

void SampleView::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_shown = 0;
    clear();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &SampleView::show);
    connect(record, &RunRecord::changed, this, [this] {
        if (m_record->data().samples.size() != m_shown) show();
    });
    show();
}

void SampleView::show() {
    if (m_record == nullptr) return;
    m_shown = m_record->data().samples.size();
    setHtml(html());
}

QString SampleView::html() const {
    const QString color = ink(Ink::Tuned, palette()).name(), faint = ink(Ink::Secondary, palette()).name();
    QHash<QString, QString> last; // prompt -> its answer before
    QStringList blocks;
    for (const RunSample& sample : m_record->data().samples) {
        const QString answer = marked(last.value(sample.prompt), sample.text, last.contains(sample.prompt), color);
        blocks.prepend(QStringLiteral("<p><span style=\"color:%1\">%2</span><br><b>%3</b><br>%4</p>")
                           .arg(faint, tr("Step %1").arg(sample.step), sample.prompt.toHtmlEscaped(), answer));
        last[sample.prompt] = sample.text;
    }
    return blocks.join(QString());
}

void SampleView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) show();
}

} // namespace fettle::ui
