#include "ui/pages/data/finding_row.h"

#include "ui/text/finding_text.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr std::size_t kLinesNamed = 5;

QString iconOf(FindingLevel level) {
    if (level == FindingLevel::Note) return QStringLiteral("info");
    return level == FindingLevel::Warning ? QStringLiteral("warning") : QStringLiteral("error");
}

Ink inkOf(FindingLevel level) {
    if (level == FindingLevel::Note) return Ink::Accent;
    return level == FindingLevel::Warning ? Ink::Warning : Ink::Danger;
}

QString linesText(const Finding& finding) {
    QStringList lines;
    for (std::size_t i = 0; i < std::min(finding.places.size(), kLinesNamed); ++i)
        lines << countText(finding.places[i].line);
    const QString named = lines.join(QStringLiteral(", "));
    if (finding.rows == 1) return FindingRow::tr("Line %1.").arg(named);
    return static_cast<std::size_t>(finding.rows) <= kLinesNamed ? FindingRow::tr("Lines %1.").arg(named)
                                                                 : FindingRow::tr("Lines %1 and others.").arg(named);
}

} // namespace

FindingRow::FindingRow(const Finding& finding, Rows rows, QWidget* parent)
    : QWidget(parent), m_level(textsOf(finding.kind).level), m_places(finding.places),
      m_show(new Button(tr("Show row"))) {
    const bool isWalkable = rows == Rows::InTable && !m_places.empty();
    const QString what = findingText(finding);
    QString toDo = findingHint(finding);
    if (rows == Rows::LeftOut) toDo += QLatin1Char(' ') + linesText(finding);
    auto* text = new QVBoxLayout;
    text->setSpacing(kTightGap / 2);
    text->addWidget(new Label(what));
    text->addWidget(new Label(toDo, TextRole::Secondary));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(scaled(kIconSize) + kGap, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(text, 1);
    layout->addWidget(m_show, 0, Qt::AlignTop);
    m_show->setObjectName(QStringLiteral("showFinding"));
    if (m_places.size() > 1) m_show->setText(tr("Show rows"));
    m_show->setAccessibleName(tr("Show the rows of: %1").arg(what));
    m_show->setVisible(isWalkable);
    setAccessibleName(tr("%1: %2 %3").arg(levelText(m_level), what, toDo));
    connect(m_show, &QPushButton::clicked, this, &FindingRow::showNext);
}

void FindingRow::showNext() {
    const RowOrigin& place = m_places[m_next];
    if (m_places.size() > 1)
        m_show->setText(tr("Next (%1 of %2)")
                            .arg(countText(static_cast<std::int64_t>(m_next) + 1), countText(std::ssize(m_places))));
    m_next = (m_next + 1) % m_places.size();
    Q_EMIT rowWanted(place.line);
}

void FindingRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const double side = scaled(kIconSize);
    const bool isLeftToRight = layoutDirection() == Qt::LeftToRight;
    paintIcon(painter, QRectF(isLeftToRight ? 0 : width() - side, 0, side, side), iconOf(m_level),
              ink(inkOf(m_level), palette()));
}

} // namespace fettle::ui
