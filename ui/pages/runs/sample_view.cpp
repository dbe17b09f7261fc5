#include "ui/pages/runs/sample_view.h"

#include "ui/pages/runs/word_difference.h"
#include "ui/widgets/style.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextCursor>

namespace fettle::ui {

namespace {

// A line break that is no paragraph of its own.
QString inOneBlock(QString text) {
    return text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
}

QTextCharFormat formatOf(const QColor& color) {
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

} // namespace

SampleView::SampleView(QWidget* parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("runSamples"));
    setAccessibleName(tr("Samples"));
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setPlaceholderText(tr("Answers to the sample prompts appear here at each evaluation."));
}

void SampleView::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    showAgain();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &SampleView::showAgain);
    connect(record, &RunRecord::changed, this, &SampleView::showSamples);
}

void SampleView::showAgain() {
    clear();
    m_last.clear();
    m_shown = 0;
    showSamples();
}

void SampleView::showSamples() {
    if (m_record == nullptr) return;
    const std::vector<RunSample>& samples = m_record->data().samples;
    if (samples.size() < m_shown) return showAgain(); // a restart took some back
    for (; m_shown < samples.size(); ++m_shown)
        prepend(samples[m_shown]);
}

// What is being read stays where it is.
void SampleView::prepend(const RunSample& sample) {
    const int below = verticalScrollBar()->maximum() - verticalScrollBar()->value();
    const bool isAtTop = verticalScrollBar()->value() == 0;
    const QTextCharFormat plain = formatOf(ink(Ink::Text, palette()));
    QTextCharFormat strong = plain, fresh = formatOf(ink(Ink::Tuned, palette()));
    strong.setFontWeight(QFont::DemiBold);
    fresh.setFontUnderline(true); // no meaning by colour alone
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.insertText(tr("Step %1").arg(sample.step), formatOf(ink(Ink::Secondary, palette())));
    cursor.insertBlock();
    cursor.insertText(inOneBlock(sample.prompt), strong);
    cursor.insertBlock();
    const bool isFirst = !m_last.contains(sample.prompt);
    for (const WordPiece& piece : markNewWords(m_last.value(sample.prompt), sample.text)) {
        cursor.insertText(piece.word, piece.isNew && !isFirst ? fresh : plain);
        cursor.insertText(inOneBlock(piece.space), plain);
    }
    cursor.insertBlock();
    cursor.insertBlock();
    cursor.endEditBlock();
    m_last[sample.prompt] = sample.text;
    if (!isAtTop) verticalScrollBar()->setValue(verticalScrollBar()->maximum() - below);
}

void SampleView::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) showAgain();
}

} // namespace fettle::ui
