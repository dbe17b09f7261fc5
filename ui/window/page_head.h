#pragma once

#include <QWidget>

class QHBoxLayout;

namespace fettle::ui {

class Label;
class Page;

// The line above a page: its title, and at the right its actions, the primary one last.
class PageHead : public QWidget {
    Q_OBJECT
public:
    explicit PageHead(QWidget* parent = nullptr);
    void setPage(Page* page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showActions();
    void fitContent();

    Page* m_page = nullptr;
    Label* m_title;
    QHBoxLayout* m_actions;
};

} // namespace fettle::ui
