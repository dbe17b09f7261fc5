#include "ui/pages/data/row_inspector.h"

#include "ui/pages/data/strand_pane.h"
#include "ui/widgets/label.h"
#include "ui/widgets/token_view.h"

#include <QPlainTextEdit>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fettle::ui {

RowInspector::RowInspector(DataInspector& inspector, QWidget* parent)
    : QWidget(parent), m_inspector(inspector), m_panes{new StrandPane, new StrandPane, new StrandPane},
      m_raw(new QPlainTextEdit), m_token(new Label({}, TextRole::Secondary)) {
    m_raw->setObjectName(QStringLiteral("rowRaw"));
    m_raw->setAccessibleName(tr("The row under its format's names"));
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setFont(fontOf(TextRole::Mono));
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("rowTabs"));
    tabs->setAccessibleName(tr("Views of the row"));
    tabs->setDocumentMode(true);
    tabs->addTab(makeStrands(), tr("Chat"));
    tabs->addTab(makeTokens(), tr("Tokens"));
    tabs->addTab(m_raw, tr("Raw"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs);
    showStrands({});
}

QWidget* RowInspector::makeStrands() {
    auto* split = new QSplitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("rowStrands"));
    split->setChildrenCollapsible(false);
    split->setHandleWidth(kGap);
    const std::array names = {"rowChat", "rowChosen", "rowRejected"};
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_panes[i]->setObjectName(QLatin1String(names[i]));
        split->addWidget(m_panes[i]);
    }
    split->setSizes({1000, 2000, 2000});
    m_panes.front()->setEmptyText(tr("Choose a row to read it."));
    return split;
}

QWidget* RowInspector::makeTokens() {
    auto* view = new TokenView;
    view->setObjectName(QStringLiteral("rowTokens"));
    view->setAccessibleName(tr("The row as tokens"));
    view->setModel(&m_inspector.tokens());
    connect(view, &TokenView::currentChanged, this, &RowInspector::showToken);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->addWidget(new TokenLegend);
    layout->addWidget(view, 1);
    layout->addWidget(m_token);
    return box;
}

void RowInspector::showToken(int token) {
    const QModelIndex index = m_inspector.tokens().index(token);
    m_token->setText(index.isValid()
                         ? index.data(Qt::ToolTipRole).toString().replace(QLatin1Char('\n'), QStringLiteral(", "))
                         : QString());
}

// A pair is read part by part, any other row from its first turn to its last.
void RowInspector::showStrands(const std::vector<Strand>& strands) {
    const bool isPair = strands.size() == m_panes.size();
    m_panes[1]->setVisible(isPair);
    m_panes[2]->setVisible(isPair);
    if (isPair) {
        for (std::size_t i = 0; i < m_panes.size(); ++i)
            m_panes[i]->showStrand(strands[i]);
        return;
    }
    Json turns = Json::array();
    for (const Strand& strand : strands)
        turns.insert(turns.end(), strand.turns.begin(), strand.turns.end());
    m_panes.front()->showTurns(turns);
}

void RowInspector::showRow(const QModelIndex& row) {
    m_token->clear();
    const Example* example = m_inspector.rows().example(row.row());
    m_raw->setPlainText(row.data(RowsModel::RawRole).toString());
    showStrands(example ? viewOf(example->row).strands(example->row) : std::vector<Strand>());
    if (example) m_inspector.selectRow(row.row());
}

} // namespace fettle::ui
