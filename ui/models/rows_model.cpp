#include "ui/models/rows_model.h"

#include "ui/models/row_json.h"

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr qsizetype kShownCharacters = 300; // of a cell; the inspector shows all

// The format's own columns; conversations are shown by their first question and last answer.
QStringList columnsOf(const QString& format) {
    if (format == QLatin1String("text")) return {QStringLiteral("text")};
    if (format == QLatin1String("prompt_completion")) return {QStringLiteral("prompt"), QStringLiteral("completion")};
    if (format == QLatin1String("alpaca"))
        return {QStringLiteral("instruction"), QStringLiteral("input"), QStringLiteral("output")};
    return {QStringLiteral("messages"), QStringLiteral("answer"), QStringLiteral("turns")};
}

QString oneLine(const std::string& text) {
    // The cut may split a character, which then is no part of what is shown.
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 1200)));
    shown.truncate(kShownCharacters);
    return shown.simplified();
}

std::string contentOf(const Json& turn) {
    const auto content = turn.is_object() ? turn.find("content") : turn.end();
    return content != turn.end() && content->is_string() ? content->get<std::string>() : std::string();
}

// The first turn of one role, or the last one.
std::string firstOf(const Json& messages, const char* role) {
    for (const Json& turn : messages)
        if (turn.value("role", "") == role) return contentOf(turn);
    return {};
}

QVariant chatCell(const ChatRow& row, int column) {
    if (column == 2) return static_cast<int>(row.messages.size());
    if (row.messages.empty()) return {};
    return oneLine(column == 0 ? firstOf(row.messages, "user") : contentOf(row.messages.back()));
}

QVariant cell(const Row& row, int column) {
    if (const auto* chat = std::get_if<ChatRow>(&row)) return chatCell(*chat, column);
    if (const auto* text = std::get_if<TextRow>(&row)) return oneLine(text->text);
    if (const auto* pair = std::get_if<PromptCompletionRow>(&row))
        return oneLine(column == 0 ? pair->prompt : pair->completion);
    const auto* instruction = std::get_if<InstructionRow>(&row);
    if (instruction == nullptr) return chatCell(ChatRow{.messages = messagesOf(row)}, column);
    const InstructionRow& alpaca = *instruction;
    return oneLine(column == 0 ? alpaca.instruction : column == 1 ? alpaca.input : alpaca.output);
}

QString columnTitle(const QString& column) {
    if (column == QLatin1String("text")) return RowsModel::tr("Text");
    if (column == QLatin1String("prompt")) return RowsModel::tr("Prompt");
    if (column == QLatin1String("completion")) return RowsModel::tr("Completion");
    if (column == QLatin1String("instruction")) return RowsModel::tr("Instruction");
    if (column == QLatin1String("input")) return RowsModel::tr("Input");
    if (column == QLatin1String("output")) return RowsModel::tr("Output");
    if (column == QLatin1String("messages")) return RowsModel::tr("First question");
    if (column == QLatin1String("answer")) return RowsModel::tr("Last answer");
    return RowsModel::tr("Turns");
}

} // namespace

RowsModel::RowsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RowsModel::setRows(std::shared_ptr<const DatasetFile> file) {
    beginResetModel();
    m_file = std::move(file);
    m_columns = m_file ? columnsOf(QString::fromStdString(m_file->format)) : QStringList();
    endResetModel();
}

const Example* RowsModel::example(int row) const {
    return row >= 0 && row < rowCount() ? &m_file->examples[static_cast<std::size_t>(row)] : nullptr;
}

int RowsModel::rowOfLine(std::int64_t line) const {
    if (!m_file) return -1;
    const auto found = std::ranges::lower_bound(m_file->examples, line, {},
                                                [](const Example& example) { return example.origin.line; });
    const bool isThere = found != m_file->examples.end() && found->origin.line == line;
    return isThere ? static_cast<int>(found - m_file->examples.begin()) : -1;
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_file ? 0 : static_cast<int>(m_file->examples.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Example& shown = *example(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(shown.row, index.column());
    case LineRole:
        return static_cast<qlonglong>(shown.origin.line);
    case MessagesRole:
        return QByteArray::fromStdString(toLine(messagesOf(shown.row)));
    case RawRole:
        return QString::fromStdString(jsonOf(shown.row).dump(2, ' ', false, Json::error_handler_t::replace));
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        const Example* shown = role == Qt::DisplayRole ? example(section) : nullptr;
        return shown ? QVariant(static_cast<qlonglong>(shown->origin.line)) : QVariant();
    }
    if (section < 0 || section >= m_columns.size()) return {};
    if (role == ColumnRole) return m_columns[section];
    return role == Qt::DisplayRole ? QVariant(columnTitle(m_columns[section])) : QVariant();
}

} // namespace fettle::ui
