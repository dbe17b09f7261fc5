#pragma once

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace fettle::ui {

class Label;

// A framed group with a title. Widgets go into content(), small controls beside the title into header().
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, QWidget* parent = nullptr);
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    [[nodiscard]] QHBoxLayout* header() const { return m_header; }
    void setTitle(const QString& title);
    void setHighlighted(bool isHighlighted); // an accent border: chosen, or live

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_title;
    QHBoxLayout* m_header;
    QVBoxLayout* m_content;
    bool m_isHighlighted = false;
};

// One number with what it counts: "31 %" over "trained".
class Tile : public QFrame {
    Q_OBJECT
public:
    explicit Tile(const QString& caption, QWidget* parent = nullptr);
    void setValue(const QString& value);
    void setNote(const QString& note); // a further line; empty: none
    [[nodiscard]] QString value() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_value;
    Label* m_caption;
    Label* m_note;
};

} // namespace fettle::ui
