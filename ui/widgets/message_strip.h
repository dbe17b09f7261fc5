#pragma once

#include "core/base/error.h"
#include "ui/widgets/style.h"

#include <QFrame>

class QAction;
class QHBoxLayout;

namespace fettle::ui {

class Disclosure;
class IconButton;
class Label;

// A sentence where the action was: what happened, what to do, details folded, and buttons. Hidden until it is shown.
class MessageStrip : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Good, Warning, Error };

    explicit MessageStrip(QWidget* parent = nullptr);
    void showMessage(Kind kind, const QString& what, const QString& toDo = {}, const QString& details = {});
    void setDismissable(bool isDismissable); // a cross at its end; the default
    void addButton(QAction* action, bool isPrimary = false);
    void clearButtons();
    [[nodiscard]] QString text() const; // both sentences

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Info;
    Label* m_what;
    Label* m_toDo;
    Disclosure* m_more;
    Label* m_details;
    QHBoxLayout* m_buttons;
    IconButton* m_cross;
};

// The same for an Error, in the user's language.
class ErrorStrip : public MessageStrip {
    Q_OBJECT
public:
    explicit ErrorStrip(QWidget* parent = nullptr);
    void showFailure(const QString& what, const Error& error, const QStringList& lastLog); // of something named
    void showWarning(const QString& what, const Error& warning);

public Q_SLOTS:
    void showError(const fettle::Error& error);
    void showErrorWithLog(const fettle::Error& error, const QStringList& lastLog);
};

} // namespace fettle::ui
