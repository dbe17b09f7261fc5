#pragma once

#include <QLineEdit>
#include <QWidget>

namespace fettle::ui {

// A path with a button that opens a dialog. Files can be dropped on it.
class PathField : public QWidget {
    Q_OBJECT
public:
    enum class Kind { OpenFile, SaveFile, Folder };

    explicit PathField(Kind kind, QWidget* parent = nullptr);
    void setPath(const QString& path); // without pathChosen()
    [[nodiscard]] QString path() const;
    void setFilter(const QString& filter); // as QFileDialog's
    void setPlaceholderText(const QString& text);
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

public Q_SLOTS:
    void browse();

Q_SIGNALS:
    void pathTyped(const QString& path);  // letter by letter; pathChosen() follows at the end
    void pathChosen(const QString& path); // typed and finished, picked or dropped

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void choose(const QString& path);

    Kind m_kind;
    QString m_filter;
    QLineEdit* m_edit;
};

// A line with a magnifying glass and a cross to empty it.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr);
};

} // namespace fettle::ui
