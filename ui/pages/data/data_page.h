#pragma once

#include "ui/models/data_inspector.h"
#include "ui/pages/workspace.h"
#include "ui/widgets/page.h"

class QComboBox;
class QProgressBar;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace fettle::ui {

class DataTiles;
class ErrorStrip;
class FindingsList;
class LengthHistogram;
class MessageStrip;
class PathField;
class RoleHeader;
class RowInspector;

// A data file seen through a model's tokenizer.
class DataPage : public Page {
    Q_OBJECT
public:
    explicit DataPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QAction* primaryAction() const override { return m_use; }
    [[nodiscard]] QList<QAction*> secondaryActions() const override { return {m_openFile}; }
    void open(const QStringList& paths) override;
    void chooseFile() override;

    void inspect(const RunConfig& config); // its first file, with its rules and model

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void trainRequested(const fettle::DataFileConfig& file);

private:
    QWidget* makeBar();
    QWidget* makeLeft();
    QWidget* makeEmptyState();
    void connectInspector();
    void openFile(const DataFileConfig& file);
    void reopen();
    void onOpened();
    void onCounted();
    void onFailed(const Error& error);
    void showModel();
    void showUse();
    void showLine(qint64 line);
    void shareHeight();
    void chooseRole(const QString& role, const QString& column);

    Workspace& m_workspace;
    DataInspector m_inspector;
    DataFileConfig m_file;
    DataConfig m_rules;
    QString m_model = QStringLiteral("pocket");
    QAction *m_use, *m_openFile;
    QStackedWidget* m_stack;
    PathField* m_path;
    QComboBox *m_format, *m_modelChoice;
    MessageStrip* m_review;
    ErrorStrip* m_error;
    QProgressBar* m_progress;
    DataTiles* m_tiles;
    LengthHistogram* m_lengths;
    QTableView* m_table;
    RoleHeader* m_roles;
    FindingsList* m_findings;
    RowInspector* m_row;
    bool m_isLow = false; // the window; findings are folded then until they are asked for
};

} // namespace fettle::ui
