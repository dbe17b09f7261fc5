#pragma once

#include "ui/pages/export/export_job.h"
#include "ui/pages/export/space_check.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/page_column.h"

#include <QSortFilterProxyModel>

class QComboBox;

namespace fettle::ui {

class ErrorStrip;
class Label;
class MessageStrip;
class PathField;
class ProgressStrip;
class ProofCard;
class SegmentedChoice;

// Takes a result out of its run: the adapter, or a merged model with the proof that it answers alike.
class ExportPage : public Page {
    Q_OBJECT
public:
    explicit ExportPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] int contentWidth() const override { return PageColumn::usualWidth(); }
    [[nodiscard]] QAction* primaryAction() const override { return m_start; }
    void cancel() override;

    void choose(const ResultRef& result);

Q_SIGNALS:
    void chatRequested(const fettle::ui::ResultRef& result);

private:
    QWidget* makeSourceCard();
    QWidget* makeTargetCard();
    void connectJob();
    [[nodiscard]] const ExportKind& kind() const;
    void onRowChosen(int row);
    void selectResult();
    void showKinds();
    void onKindChosen();
    void showDetail();
    void proposeTarget();
    void takeTarget();
    void checkSpace();
    void showSpace(const SpaceFacts& facts);
    void showStart();
    void start();
    void onFinished(const Json& figures);

    Workspace& m_workspace;
    const std::vector<ExportKind> m_kinds;
    ExportJob m_job;
    SpaceCheck m_space;
    SpaceFacts m_facts;
    QSortFilterProxyModel m_results; // the tuned ones
    ResultRef m_result;
    QAction *m_start, *m_open;
    QComboBox *m_choice, *m_detail;
    SegmentedChoice* m_kind;
    PathField* m_target;
    QWidget* m_detailRow;
    Label* m_detailLabel;
    Label *m_explanation, *m_spaceText;
    ProgressStrip* m_progress;
    MessageStrip* m_done;
    ErrorStrip* m_error;
    ProofCard* m_proof;
    bool m_isTargetOwn = false; // typed by the user: no longer proposed
};

} // namespace fettle::ui
