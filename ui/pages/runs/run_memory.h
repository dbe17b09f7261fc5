#pragma once

#include "ui/models/memory_model.h"
#include "ui/models/run_record.h"

#include <QPointer>
#include <QWidget>

namespace fettle::ui {

class Label;

// What a run was predicted to need beside what it took, part by part.
class RunMemory : public QWidget {
    Q_OBJECT
public:
    explicit RunMemory(QWidget* parent = nullptr);
    void setRecord(RunRecord* record);

private:
    void showLedgers();
    [[nodiscard]] QString verdict() const;

    QPointer<RunRecord> m_record;
    MemoryModel m_model;
    Label* m_verdict;
};

} // namespace fettle::ui
