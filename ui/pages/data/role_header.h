#pragma once

#include <QHeaderView>
#include <QStringList>

#include <map>
#include <string>

class QComboBox;

namespace fettle::ui {

// A table's head with a list in each column: which of the file's columns plays this role.
class RoleHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit RoleHeader(QWidget* parent = nullptr);

    // `chosen`: the format's column -> the file's, where they differ.
    void setRoles(const QStringList& fileColumns, const std::map<std::string, std::string>& chosen);
    QSize sizeHint() const override;

Q_SIGNALS:
    void roleChosen(const QString& role, const QString& fileColumn);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void updateGeometries() override;

private:
    void placeLists();
    [[nodiscard]] bool isCount(int section) const;
    [[nodiscard]] QString roleOf(int section) const; // empty: a column that is only shown

    QList<QComboBox*> m_lists; // one a section; null where there is no role
};

} // namespace fettle::ui
