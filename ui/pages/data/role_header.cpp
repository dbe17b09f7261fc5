#include "ui/pages/data/role_header.h"

#include "ui/models/rows_model.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QPainter>

namespace fettle::ui {

RoleHeader::RoleHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionResizeMode(QHeaderView::Stretch);
    setResizeContentsPrecision(0); // of the rows in sight
    setSectionsClickable(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QHeaderView::sectionResized, this, &RoleHeader::placeLists);
}

// Texts share the room that counts do not need.
bool RoleHeader::isCount(int section) const {
    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    return alignment.testFlag(Qt::AlignRight);
}

QString RoleHeader::roleOf(int section) const {
    return model()->headerData(section, Qt::Horizontal, RowsModel::ColumnRole).toString();
}

void RoleHeader::setRoles(const QStringList& fileColumns, const std::map<std::string, std::string>& chosen) {
    qDeleteAll(m_lists);
    m_lists.clear();
    for (int section = 0; section < count(); ++section) {
        const QString role = roleOf(section);
        setSectionResizeMode(section, isCount(section) ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
        m_lists << nullptr;
        if (role.isEmpty() || fileColumns.isEmpty()) continue;
        auto* list = new QComboBox(viewport());
        list->setObjectName(QStringLiteral("role.") + role);
        list->setAccessibleName(tr("Column of the file for \u201C%1\u201D").arg(role));
        list->addItems(fileColumns);
        const auto other = chosen.find(role.toStdString());
        list->setCurrentText(other == chosen.end() ? role : QString::fromStdString(other->second));
        connect(list, &QComboBox::textActivated, this,
                [this, role](const QString& column) { Q_EMIT roleChosen(role, column); });
        list->show();
        m_lists.back() = list;
    }
    updateGeometries();
    placeLists();
}

QSize RoleHeader::sizeHint() const {
    const QSize size = QHeaderView::sizeHint();
    return {size.width(), size.height() + scaled(kControlHeight) + kGap};
}

void RoleHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    QRect title = rect;
    title.setHeight(rect.height() - scaled(kControlHeight) - kGap);
    painter->fillRect(rect, palette().button());
    QHeaderView::paintSection(painter, title, section);
}

void RoleHeader::updateGeometries() {
    QHeaderView::updateGeometries();
    placeLists();
}

void RoleHeader::placeLists() {
    const int listHeight = scaled(kControlHeight);
    for (int section = 0; section < m_lists.size(); ++section)
        if (QComboBox* list = m_lists[section])
            list->setGeometry(sectionViewportPosition(section) + kTightGap, height() - listHeight - kTightGap,
                              sectionSize(section) - 2 * kTightGap, listHeight);
}

} // namespace fettle::ui
