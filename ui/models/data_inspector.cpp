#include "ui/models/data_inspector.h"

#include "core/data/row_source.h"
#include "core/plan/inputs.h"

namespace fettle::ui {

namespace {

// Names in the file's first row that is an object.
QStringList columnsOf(const DataFileConfig& file) {
    const auto rows = openRows(file);
    while (rows->next()) {
        try {
            if (!rows->value().is_object()) continue;
            QStringList columns;
            for (const auto& item : rows->value().items())
                columns << QString::fromStdString(item.key());
            return columns;
        } catch (const Error&) { // a broken row; the next one may tell
        }
    }
    return {};
}

} // namespace

DataInspector::DataInspector(QObject* parent) : QObject(parent) {
    connect(&m_progress, &ProgressWatch::progressed, this, &DataInspector::progressed);
}

void DataInspector::open(const DataFileConfig& file, const QString& modelPath, const DataConfig& data) {
    const bool isSameFile = m_rows.file() != nullptr && file == m_file;
    m_file = file;
    m_data = data;
    m_modelPath = modelPath;
    m_rules.reset();
    m_working.cancel();
    m_selecting.cancel();
    m_isBusy = true;
    if (isSameFile) return startCounting({m_rows.file(), m_fileColumns}); // only the model or a rule is another
    m_working = runInBackground(
        this, [file](const CancelFlag& flag) { return openFile(file, flag); },
        [this](Opened opened) { startCounting(std::move(opened)); },
        [this](const Error& error) {
            close(); // what stood here was of the file before
            Q_EMIT failed(error);
        });
}

DataInspector::Opened DataInspector::openFile(const DataFileConfig& file, const CancelFlag& flag) {
    return {std::make_shared<const DatasetFile>(readDataset(file, &flag)), columnsOf(file)};
}

void DataInspector::startCounting(Opened file) {
    if (file.rows != m_rows.file()) {
        m_selectedRow = -1;
        m_tokens.setTokens({});
        m_fileColumns = file.columns;
        auto old = m_rows.file();
        m_rows.setRows(file.rows);
        releaseInBackground(std::move(old));
        m_findings.setFindings({});
    }
    Q_EMIT opened();
    m_working = runInBackground(
        this,
        [rows = file.rows, model = m_modelPath, data = m_data, progress = m_progress.begin()](const CancelFlag& flag) {
            return count(*rows, model, data, progress, flag);
        },
        [this](Counted counted) { takeCounted(std::move(counted)); },
        [this](const Error& error) {
            dropFigures();
            lintRowsAlone();
            Q_EMIT failed(error);
        });
}

// What can be said of rows that the model cannot read.
void DataInspector::lintRowsAlone() {
    m_working = runInBackground(
        this, [rows = m_rows.file()](const CancelFlag& flag) { return lint(*rows, &flag); },
        [this](std::vector<Finding> findings) { m_findings.setFindings(std::move(findings)); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

DataInspector::Counted DataInspector::count(const DatasetFile& file, const QString& model, const DataConfig& data,
                                            const std::shared_ptr<ProgressCell>& progress, const CancelFlag& flag) {
    const auto rules = std::make_shared<const TokenizeRules>(readRules(model.toStdString(), data));
    const auto report = [&](std::int64_t done, std::int64_t total) {
        progress->total = total;
        progress->done = done;
    };
    return {lint(file, *rules, {.progress = report, .stop = &flag}), rules};
}

void DataInspector::takeCounted(Counted counted) {
    m_progress.end();
    m_isBusy = false;
    m_rules = std::move(counted.rules);
    m_figures = std::move(counted.report.figures);
    m_findings.setFindings(std::move(counted.report.findings));
    Q_EMIT this->counted();
    if (m_selectedRow >= 0) tokenizeSelected();
}

void DataInspector::selectRow(int row) {
    m_selectedRow = row;
    if (m_rules != nullptr) tokenizeSelected();
}

void DataInspector::tokenizeSelected() {
    m_selecting.cancel();
    if (m_rows.example(m_selectedRow) == nullptr) return m_tokens.setTokens({});
    m_selecting = runInBackground(
        this,
        [file = m_rows.file(), row = static_cast<std::size_t>(m_selectedRow), rules = m_rules] {
            return tokensOf(file->examples[row], *rules);
        },
        [this](RowTokens tokens) {
            m_tokens.setTokens(std::move(tokens));
            Q_EMIT rowTokenized();
        },
        [this](const Error& error) {
            m_tokens.setTokens({});
            Q_EMIT failed(error);
        });
}

// The rows stay, without what a model would make of them.
void DataInspector::dropFigures() {
    m_progress.end();
    m_isBusy = false;
    m_figures = {};
    m_rules.reset();
    m_tokens.setTokens({});
}

void DataInspector::close() {
    m_working.cancel();
    m_selecting.cancel();
    dropFigures();
    m_file = {};
    m_selectedRow = -1;
    m_fileColumns.clear();
    auto old = m_rows.file();
    m_rows.setRows(nullptr);
    releaseInBackground(std::move(old));
    m_findings.setFindings({});
}

QString DataInspector::foundFormat() const {
    return m_rows.file() ? QString::fromStdString(m_rows.file()->format) : QString();
}

} // namespace fettle::ui
