#include "core/data/conversations.h"
#include "core/data/formats/columns.h"
#include "core/data/row_problems.h"

namespace fettle {

namespace {

bool isMessage(const Json* value) {
    return value != nullptr && value->is_object() && value->contains("text") && value->contains("role");
}

bool isDeleted(const Json& message) {
    const auto flag = message.find("deleted");
    return flag != message.end() && *flag == true;
}

// Goes through a tree and gathers its conversations, each as far as there are answers.
class TreeWalk {
public:
    explicit TreeWalk(const RowOrigin& origin) : m_origin(origin) {}

    // Whether there is an answer here or below.
    bool visit(const Json& message) {
        m_turns.push_back(turnOfMessage(message));
        const bool isAnswer = m_turns.back()["role"] == "assistant";
        bool goesOn = false;
        if (const auto replies = message.find("replies"); replies != message.end())
            for (const Json& reply : *replies)
                if (!isDeleted(reply)) goesOn |= visit(reply);
        if (isAnswer && !goesOn) m_conversations.emplace_back(ChatRow{.messages = m_turns});
        m_turns.erase(m_turns.size() - 1);
        return isAnswer || goesOn;
    }
    [[nodiscard]] std::vector<Row> take() { return std::move(m_conversations); }

private:
    [[nodiscard]] Json turnOfMessage(const Json& message) const {
        if (!isMessage(&message) || !message["text"].is_string())
            throw badRow(m_origin, "has a message without a \"text\"", {FindingKind::UnreadableTurn, "text"});
        const auto& role = message["role"];
        if (role != "prompter" && role != "assistant")
            throw badRow(m_origin, "has a message of neither prompter nor assistant",
                         {FindingKind::UnknownSpeaker, role.dump()});
        return turnOf(role == "assistant" ? "assistant" : "user", message["text"]);
    }

    const RowOrigin& m_origin;
    Json m_turns = Json::array();
    std::vector<Row> m_conversations;
};

// The whole row is a message with its replies, or it is the tree around the first message.
const Json& firstMessage(const Columns& row) {
    const Json* prompt = row.find("prompt");
    return isMessage(prompt) ? *prompt : row.whole();
}

std::vector<Row> readTree(const Columns& row) {
    TreeWalk walk(row.origin());
    if (!walk.visit(firstMessage(row))) throw badRow(row.origin(), "has no answer", {FindingKind::MissingConversation});
    return walk.take();
}

bool isTree(const Columns& row) {
    const Json* replies = row.find("replies");
    return isMessage(row.find("prompt")) || (replies != nullptr && replies->is_array() && isMessage(&row.whole()));
}

} // namespace

// Trees of messages (LAION-AI/Open-Assistant, oasst-data/oasst_data/schemas.py); deleted messages end a branch.
extern const RowFormat kOpenAssistantFormat{.name = "open_assistant", .matches = isTree, .read = readTree};

} // namespace fettle
