#pragma once

#include "ui/models/run_record.h"

#include <QHash>
#include <QPointer>
#include <QTextBrowser>

namespace fettle::ui {

// What the model answered at each evaluation, the latest first; words that its last answer lacked are marked.
class SampleView : public QTextBrowser {
    Q_OBJECT
public:
    explicit SampleView(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSamples();
    void showAgain();
    void prepend(const RunSample& sample);

    QPointer<RunRecord> m_record;
    std::size_t m_shown = 0;
    QHash<QString, QString> m_last; // prompt -> its latest answer
};

} // namespace fettle::ui
