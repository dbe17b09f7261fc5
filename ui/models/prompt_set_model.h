#pragma once

#include "core/base/json.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace fettle::ui {

// Prompts beside two answers each.
class PromptSetModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Prompt, Left, Right, ColumnCount };
    enum class Status { Empty, Waiting, Streaming, Done, Failed };
    enum Role { StatusRole = Qt::UserRole };

    explicit PromptSetModel(QObject* parent = nullptr);

    void setPrompts(const QStringList& prompts); // answers are cleared
    void addPrompt(const QString& prompt);
    void removePrompts(const QList<int>& rows);
    [[nodiscard]] QStringList prompts() const;
    void setSides(const QString& left, const QString& right); // heads of the answer columns

    void clearAnswers();
    void setStatus(int row, Column side, Status status);
    void appendText(int row, Column side, const QString& text); // also Streaming
    [[nodiscard]] QString answer(int row, Column side) const;

    [[nodiscard]] QString toCsv() const;
    [[nodiscard]] QString toMarkdown() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override; // prompts only
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Answer {
        QString text;
        Status status = Status::Empty;
    };
    struct Row {
        QString prompt;
        Answer left, right;
    };
    Answer& answerAt(int row, Column side);

    std::vector<Row> m_rows;
    QString m_left, m_right;
};

// The four prompts of the lecture on SmolLM2, and those of the pocket model's world.
[[nodiscard]] QStringList lecturePrompts();
[[nodiscard]] QStringList pocketPrompts();
// One prompt a line, or a JSON list of texts. Error{FileNotFound | BadFile}.
[[nodiscard]] QStringList readPrompts(const QString& file);

} // namespace fettle::ui
