#pragma once

#include "tests/ui/pages/studio.h"
#include "ui/pages/chat/chat_page.h"

#include <QPlainTextEdit>

namespace fettle::test {

// The chat page with a base and a tuned side, as a person types and clicks.
struct Chat {
    explicit Chat(const FakeEngine& engine) : studio(engine.program()) {
        studio.open("chatPage");
        studio.show();
        page().talkTo(ui::ResultRef::ofTraining("/some/adapter", "pocket", "demo"));
    }
    [[nodiscard]] ui::ChatPage& page() const { return *static_cast<ui::ChatPage*>(studio.page("chatPage")); }
    void ask(const QString& text) const {
        auto* message = studio.find<QPlainTextEdit>("message");
        message->setPlainText(text);
        QTest::keyClick(message, Qt::Key_Return);
    }
    [[nodiscard]] QPlainTextEdit& message() const { return *studio.find<QPlainTextEdit>("message"); }
    [[nodiscard]] QWidget* bubble(const char* transcript, int row) const {
        return studio.find<QWidget>(transcript)->findChild<QWidget*>(QStringLiteral("turn%1").arg(row));
    }
    void edit(int row) const { bubble("leftTranscript", row)->findChild<QAbstractButton*>("askTurnAgain")->click(); }
    void choose(const char* mode) const { studio.click(("choice." + QByteArray(mode)).constData()); }
    [[nodiscard]] static QString last(ui::ChatSide& side) {
        const int rows = side.conversation().rowCount();
        return rows > 0 ? side.conversation().turn(rows - 1).text : QString();
    }

    Studio studio;
};

} // namespace fettle::test
