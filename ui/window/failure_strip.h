#pragma once

#include "ui/tasks/failures.h"
#include "ui/widgets/message_strip.h"

#include <QList>

namespace fettle::ui {

// The latest failure, above every page; when it is dismissed, the one before it.
class FailureStrip : public ErrorStrip {
    Q_OBJECT
public:
    explicit FailureStrip(Failures& failures, QWidget* parent = nullptr);

private:
    void take(const Failure& failure);
    void showLatest();
    void forgetLatest();

    QList<Failure> m_failures;
};

} // namespace fettle::ui
