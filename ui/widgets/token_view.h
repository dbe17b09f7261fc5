#pragma once

#include "ui/models/tokens_model.h"

#include <QAbstractScrollArea>

#include <vector>

namespace fettle::ui {

// A row as its tokens in running text: trained underlined, masked grey, special boxed, cut struck through. Id, piece
// and bytes on hover; arrow keys walk from token to token.
class TokenView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TokenView(QWidget* parent = nullptr);
    void setModel(TokensModel* model);
    [[nodiscard]] int currentToken() const { return m_current; } // -1: none

Q_SIGNALS:
    void currentChanged(int token);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Place {
        QRect rect;
        int token = 0;
        QString text;
    };
    void layOut();
    void setCurrent(int token);
    [[nodiscard]] int tokenAt(const QPoint& point) const;
    void paintToken(QPainter& painter, const Place& place) const;

    TokensModel* m_model = nullptr;
    std::vector<Place> m_places; // in order; a token with a line break has several
    int m_current = -1;
};

// What the colours mean, in as many lines as the width asks for.
class TokenLegend : public QWidget {
    Q_OBJECT
public:
    explicit TokenLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override; // one line
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace fettle::ui
