#pragma once

#include "core/data/lint.h"
#include "ui/models/findings_model.h"
#include "ui/models/rows_model.h"
#include "ui/models/tokens_model.h"
#include "ui/tasks/progress_watch.h"
#include "ui/tasks/run_in_background.h"

namespace fettle::ui {

// One data file seen through one model's tokenizer: rows at once, figures as soon as they are counted.
class DataInspector : public QObject {
    Q_OBJECT
public:
    explicit DataInspector(QObject* parent = nullptr);

    // `data` gives train_on, max_length, template, system prompt; its own files are not looked at.
    void open(const DataFileConfig& file, const QString& modelPath, const DataConfig& data);
    void close();
    void selectRow(int row); // fills tokens()

    [[nodiscard]] RowsModel& rows() { return m_rows; }
    [[nodiscard]] TokensModel& tokens() { return m_tokens; }
    [[nodiscard]] FindingsModel& findings() { return m_findings; }
    [[nodiscard]] const DataFigures& figures() const { return m_figures; }
    [[nodiscard]] const DataFileConfig& file() const { return m_file; }
    [[nodiscard]] QString foundFormat() const;                              // empty: nothing open
    [[nodiscard]] QStringList fileColumns() const { return m_fileColumns; } // names of the file's own columns
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void opened();  // rows(), foundFormat(), fileColumns() are there
    void counted(); // figures() and findings() are there
    void progressed(qint64 done, qint64 total);
    void rowTokenized(); // tokens() belongs to the selected row
    void failed(const fettle::Error& error);

private:
    struct Opened {
        std::shared_ptr<const DatasetFile> rows;
        QStringList columns;
    };
    struct Counted {
        LintReport report;
        std::shared_ptr<const TokenizeRules> rules;
    };
    static Opened openFile(const DataFileConfig& file, const CancelFlag& flag);
    static Counted count(const DatasetFile& file, const QString& model, const DataConfig& data,
                         const std::shared_ptr<ProgressCell>& progress, const CancelFlag& flag);
    void startCounting(Opened file);
    void takeCounted(Counted counted);
    void lintRowsAlone();
    void tokenizeSelected();
    void dropFigures();

    DataFileConfig m_file;
    DataConfig m_data;
    QString m_modelPath;
    RowsModel m_rows;
    TokensModel m_tokens;
    FindingsModel m_findings;
    DataFigures m_figures;
    QStringList m_fileColumns;
    std::shared_ptr<const TokenizeRules> m_rules; // null until counted
    ProgressWatch m_progress;
    Task m_working, m_selecting;
    int m_selectedRow = -1;
    bool m_isBusy = false;
};

} // namespace fettle::ui
