#pragma once

#include <QWidget>

namespace fettle::ui {

// The sign of base (blue hollow circle) or tuned (orange filled circle), with a name beside it.
class ModelMark : public QWidget {
    Q_OBJECT
public:
    enum class Side { Base, Tuned };

    explicit ModelMark(Side side, QWidget* parent = nullptr);
    void setSide(Side side);
    void setName(const QString& name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Side m_side;
    QString m_name;
};

} // namespace fettle::ui
