#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace fettle::ui {

class Button;
class Label;
class Page;

// The line above a page: its title, and at the right its actions, the primary one last. Where they do not fit beside
// the title, those that have an icon lose their text.
class PageHead : public QWidget {
    Q_OBJECT
public:
    explicit PageHead(QWidget* parent = nullptr);
    void setPage(Page* page);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showActions();
    void fitContent();
    void fitActions();

    Page* m_page = nullptr;
    Label* m_title;
    QHBoxLayout* m_actions;
    std::vector<Button*> m_buttons; // beside the primary one
};

} // namespace fettle::ui
