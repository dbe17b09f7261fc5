#include "ui/models/data_inspector.h"

#include "core/data/row_source.h"
#include "core/library/text_side.h"
#include "core/plan/plan.h"

#include <algorithm>

namespace fettle::ui {

namespace {

// Names in the file's first row that is an object.
QStringList columnsOf(const DataFileConfig& file) {
    const auto rows = openRows(file);
    while (rows->next()) {
        try {
            QStringList columns;
            for (const auto& item : rows->value().items())
                columns << QString::fromStdString(item.key());
            return columns;
        } catch (const Error&) { // a broken row; the next one may tell
        }
    }
    return {};
}

std::shared_ptr<const TokenizeRules> rulesOf(const QString& model, const DataConfig& data) {
    const auto base = BaseModel::open(model.toStdString());
    const TextSide text = readTextSide(*base, {}, data.chatTemplate.value_or(""));
    TokenizeRules rules = tokenizeRules(data, text.tokenizer, text.chatTemplate);
    const Architecture architecture = base->architecture();
    rules.maxLength = effectiveMaxLength(data, architecture);
    rules.vocabSize = architecture.vocabSize;
    return std::make_shared<TokenizeRules>(std::move(rules));
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
        this, [file] { return openFile(file); }, [this](Opened opened) { startCounting(std::move(opened)); },
        [this](const Error& error) {
            close(); // what stood here was of the file before
            Q_EMIT failed(error);
        });
}

DataInspector::Opened DataInspector::openFile(const DataFileConfig& file) {
    return {std::make_shared<const DatasetFile>(readDataset(file)), columnsOf(file)};
}

void DataInspector::startCounting(Opened file) {
    if (file.rows != m_rows.file()) {
        m_selectedRow = -1;
        m_tokens.setTokens({});
        m_fileColumns = file.columns;
        auto old = m_rows.file();
        m_rows.setRows(file.rows);
        releaseInBackground(std::move(old));
        m_findings.setFindings(findingsOf(file.rows->problems));
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
            Q_EMIT failed(error);
        });
}

DataInspector::Counted DataInspector::count(const DatasetFile& file, const QString& model, const DataConfig& data,
                                            const std::shared_ptr<ProgressCell>& progress, const CancelFlag& flag) {
    const auto rules = rulesOf(model, data);
    const auto report = [&](std::int64_t done, std::int64_t total) {
        flag.throwIfRequested();
        progress->total = total;
        progress->done = done;
    };
    CountedData counted = countRows(file, *rules, report);
    for (Finding& finding : lint(file, flag))
        counted.findings.push_back(std::move(finding));
    return {std::move(counted), rules};
}

void DataInspector::takeCounted(Counted counted) {
    m_progress.end();
    m_isBusy = false;
    m_rules = std::move(counted.rules);
    m_figures = std::move(counted.data.figures);
    std::vector<Finding> findings = findingsOf(m_rows.file()->problems);
    std::ranges::move(counted.data.findings, std::back_inserter(findings));
    m_findings.setFindings(std::move(findings));
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
            return tokenCells(file->examples[row], *rules);
        },
        [this](std::vector<TokenCell> cells) {
            m_tokens.setTokens(std::move(cells));
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
