#pragma once

#include "ui/pages/chat/chat_servers.h"
#include "ui/pages/chat_target.h"
#include "ui/pages/export/export_job.h"
#include "ui/pages/export/space_check.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"
#include "ui/widgets/page_column.h"

#include <QSortFilterProxyModel>

class QComboBox;
class QProgressBar;

namespace fettle::ui {

class Card;
class EmptyState;
class ErrorStrip;
class Label;
class MessageStrip;
class PathField;
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

    void chooseRun(const QString& folder);

Q_SIGNALS:
    void chatRequested(const fettle::ui::ChatTarget& target);

private:
    QWidget* makeSourceCard();
    QWidget* makeTargetCard();
    QWidget* makeProgressCard();
    void connectJob();
    [[nodiscard]] QModelIndex run() const;
    [[nodiscard]] QString result() const; // folder of the adapter or model
    [[nodiscard]] QString base() const;
    [[nodiscard]] bool isMerge() const;
    void selectPending();
    void onRunChanged();
    void proposeTarget();
    void checkSpace();
    void showSpace(const SpaceFacts& facts);
    void showStart();
    void start();
    void onFinished(const Json& figures);

    Workspace& m_workspace;
    ChatServers m_servers;
    ExportJob m_job;
    SpaceCheck m_space;
    SpaceFacts m_facts;
    QSortFilterProxyModel m_runs; // those with a result
    QString m_pending;
    QAction *m_start, *m_open;
    QComboBox *m_run, *m_shards;
    SegmentedChoice* m_kind;
    PathField* m_target;
    QWidget* m_shardRow;
    Label *m_explanation, *m_spaceText, *m_phase;
    Card* m_progressCard;
    QProgressBar* m_progress;
    MessageStrip* m_done;
    ErrorStrip* m_error;
    ProofCard* m_proof;
    bool m_isTargetOwn = false; // typed by the user: no longer proposed
};

} // namespace fettle::ui
