#pragma once

#include "ui/models/tokens_model.h"

#include <QTextDocument>
#include <QTextEdit>

#include <vector>

namespace fettle::ui {

// A row as its tokens in running text: trained underlined, masked grey, special on a ground of its own, cut struck
// through; the parts of a pair under a heading each. Arrow keys walk from token to token; what is copied is the tokens'
// own text.
class TokenView : public QTextEdit {
    Q_OBJECT
public:
    explicit TokenView(QWidget* parent = nullptr);
    void setModel(TokensModel* model);
    [[nodiscard]] int currentToken() const { return m_current; } // -1: none

Q_SIGNALS:
    void currentChanged(int token);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

private:
    void fill();
    void insertToken(QTextCursor& cursor, std::size_t token);
    void moveTo(int token);
    void followCursor();
    void markCurrent();
    [[nodiscard]] int tokenAt(int position) const; // -1: in a heading, or behind the end
    [[nodiscard]] QString tip(int token) const;

    TokensModel* m_model = nullptr;
    struct Place {
        int begin = 0, end = 0; // in the document
    };
    std::vector<Place> m_places;
    int m_current = -1;
    bool m_isFilling = false;
};

// What the marks mean, in as many lines as the width asks for.
class TokenLegend : public QWidget {
    Q_OBJECT
public:
    explicit TokenLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override; // one line
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();

    QTextDocument m_document;
};

} // namespace fettle::ui
