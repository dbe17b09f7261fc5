#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace fettle::ui {

// The text of one turn, as high as it is: Markdown with code blocks, or letter for letter. A model's words open no
// link, load no picture and read no file.
class ChatText : public QTextBrowser {
    Q_OBJECT
public:
    explicit ChatText(QWidget* parent = nullptr);

    void setMarkdownSource(const QString& source); // as often as it grows; drawn ten times a second at most
    void setExactText(const QString& text);

Q_SIGNALS:
    void placeChosen(int sourcePosition, const QPoint& globalPosition); // clicked, or Enter at the cursor
    void fitted();                                                      // it may be of another height now

protected:
    QVariant loadResource(int type, const QUrl& name) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void draw();
    void fit();
    void choose(int position, const QPoint& place);

    QString m_source, m_drawn;
    bool m_isMarkdown = false;
    QTimer m_pause; // between two drawings
};

} // namespace fettle::ui
