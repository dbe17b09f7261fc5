#pragma once

#include <QStringList>
#include <QWidget>

namespace fettle::ui {

class FlowLayout;

// Questions to begin with, each a button that asks it.
class SampleQuestions : public QWidget {
    Q_OBJECT
public:
    explicit SampleQuestions(QWidget* parent = nullptr);
    void setQuestions(const QStringList& questions);

Q_SIGNALS:
    void asked(const QString& question);

private:
    QStringList m_questions;
    FlowLayout* m_chips;
};

} // namespace fettle::ui
