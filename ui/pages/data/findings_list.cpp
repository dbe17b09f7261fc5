#include "ui/pages/data/findings_list.h"

#include "ui/pages/data/finding_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/style.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace fettle::ui {

FindingsList::FindingsList(DataInspector& inspector, QWidget* parent)
    : Card(QString(), parent), m_inspector(inspector), m_scroll(new QScrollArea), m_rows(nullptr),
      m_fold(new IconButton(QStringLiteral("chevron-down"), tr("Hide the findings"))) {
    setObjectName(QStringLiteral("findings"));
    auto* inside = new QWidget;
    m_rows = new QVBoxLayout(inside);
    m_rows->setContentsMargins(0, 0, kGap, 0);
    m_rows->setSpacing(kGap + kTightGap);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setAutoFillBackground(false); // the card's ground
    inside->setAutoFillBackground(false);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Findings"));
    content()->addWidget(m_scroll);
    m_fold->setObjectName(QStringLiteral("foldFindings"));
    header()->addWidget(m_fold);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        setOpen(!m_isOpen);
        Q_EMIT toggled(m_isOpen);
    });
    connect(&inspector.findings(), &QAbstractItemModel::modelReset, this, &FindingsList::rebuild);
    rebuild();
}

void FindingsList::rebuild() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto& findings = m_inspector.findings().findings();
    for (const Finding& finding : findings) {
        const bool isInTable =
            !finding.places.empty() && m_inspector.rows().rowOfLine(finding.places.front().line) >= 0;
        auto* row = new FindingRow(finding, isInTable || finding.places.empty() ? FindingRow::Rows::InTable
                                                                                : FindingRow::Rows::LeftOut);
        connect(row, &FindingRow::rowWanted, this, &FindingsList::rowWanted);
        m_rows->addWidget(row);
    }
    m_rows->addStretch();
    setTitle(tr("%Ln finding(s)", nullptr, static_cast<int>(findings.size())));
    setAccessibleName(tr("Findings"));
    setVisible(!findings.empty());
    updateGeometry();
}

void FindingsList::setOpen(bool isOpen) {
    m_isOpen = isOpen;
    m_scroll->setVisible(isOpen);
    const QString text = isOpen ? tr("Hide the findings") : tr("Show the findings");
    m_fold->setIconName(isOpen ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"));
    m_fold->setToolTip(text);
    m_fold->setAccessibleName(text);
    updateGeometry();
}

QSize FindingsList::sizeHint() const {
    return heightWith(m_scroll->widget()->heightForWidth(m_scroll->viewport()->width()));
}

// One finding of two lines.
QSize FindingsList::minimumSizeHint() const {
    return heightWith(2 * fontMetrics().lineSpacing() + kGap);
}

QSize FindingsList::heightWith(int findings) const {
    const QSize least = Card::minimumSizeHint();
    return m_isOpen ? QSize(least.width(), least.height() - m_scroll->minimumSizeHint().height() + findings) : least;
}

} // namespace fettle::ui
