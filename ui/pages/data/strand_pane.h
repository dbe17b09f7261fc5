#pragma once

#include "core/data/row_view.h"
#include "ui/models/conversation_model.h"

#include <QWidget>

namespace fettle::ui {

class ChatTranscript;
class Label;

// One strand of a row as a conversation, under its name.
class StrandPane : public QWidget {
    Q_OBJECT
public:
    explicit StrandPane(QWidget* parent = nullptr);
    void setEmptyText(const QString& text);
    void showTurns(const Json& turns); // without a name
    void showStrand(const Strand& strand);

private:
    Label* m_name;
    ChatTranscript* m_transcript;
    ConversationModel m_conversation;
};

} // namespace fettle::ui
