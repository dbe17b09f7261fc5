#include "ui/pages/data/row_inspector.h"

#include "ui/widgets/chat_transcript.h"
#include "ui/widgets/label.h"
#include "ui/widgets/token_view.h"

#include <QPlainTextEdit>
#include <QTabWidget>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

// Rows of plain text have a turn of role "text"; it reads like an answer.
Json readable(const Json& messages) {
    Json turns = Json::array();
    for (Json turn : messages) {
        if (!turn.is_object() || !turn.contains("content") || !turn["content"].is_string()) continue;
        const std::string role = turn.value("role", "");
        if (role != "user" && role != "system") turn["role"] = "assistant";
        turns.push_back({{"role", turn["role"]}, {"content", turn["content"]}});
    }
    return turns;
}

} // namespace

RowInspector::RowInspector(DataInspector& inspector, QWidget* parent)
    : QWidget(parent), m_inspector(inspector), m_raw(new QPlainTextEdit), m_token(new Label({}, TextRole::Secondary)) {
    auto* chat = new ChatTranscript(ChatTranscript::Side::Tuned);
    chat->setObjectName(QStringLiteral("rowChat"));
    chat->setReadOnly();
    chat->setModel(&m_conversation);
    chat->setEmptyText(tr("Choose a row to read it."));
    m_raw->setObjectName(QStringLiteral("rowRaw"));
    m_raw->setAccessibleName(tr("The row as it stands in the file"));
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setFont(fontOf(TextRole::Mono));
    auto* tabs = new QTabWidget;
    tabs->setObjectName(QStringLiteral("rowTabs"));
    tabs->setAccessibleName(tr("Views of the row"));
    tabs->setDocumentMode(true);
    tabs->addTab(chat, tr("Chat"));
    tabs->addTab(makeTokens(), tr("Tokens"));
    tabs->addTab(m_raw, tr("Raw"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs);
}

QWidget* RowInspector::makeTokens() {
    auto* view = new TokenView;
    view->setObjectName(QStringLiteral("rowTokens"));
    view->setAccessibleName(tr("The row as tokens"));
    view->setModel(&m_inspector.tokens());
    connect(view, &TokenView::currentChanged, this, &RowInspector::showToken);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->addWidget(new TokenLegend);
    layout->addWidget(view, 1);
    layout->addWidget(m_token);
    return box;
}

void RowInspector::showToken(int token) {
    const QModelIndex index = m_inspector.tokens().index(token);
    m_token->setText(index.isValid()
                         ? index.data(Qt::ToolTipRole).toString().replace(QLatin1Char('\n'), QStringLiteral(", "))
                         : QString());
}

void RowInspector::showRow(const QModelIndex& row) {
    m_token->clear();
    if (!row.isValid()) {
        m_conversation.clear();
        m_raw->clear();
        return;
    }
    m_raw->setPlainText(row.data(RowsModel::RawRole).toString());
    m_conversation.setMessages(
        readable(Json::parse(row.data(RowsModel::MessagesRole).toByteArray().toStdString(), nullptr, false)));
    m_inspector.selectRow(row.row());
}

} // namespace fettle::ui
