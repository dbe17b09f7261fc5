#pragma once

#include "ui/models/conversation_model.h"
#include "ui/models/data_inspector.h"

#include <QWidget>

class QPlainTextEdit;

namespace fettle::ui {

class Label;

// One row as a conversation, as tokens, and as it stands in the file.
class RowInspector : public QWidget {
    Q_OBJECT
public:
    explicit RowInspector(DataInspector& inspector, QWidget* parent = nullptr);
    void showRow(const QModelIndex& row);

private:
    QWidget* makeTokens();
    void showToken(int token);

    DataInspector& m_inspector;
    ConversationModel m_conversation;
    QPlainTextEdit* m_raw;
    Label* m_token;
};

} // namespace fettle::ui
