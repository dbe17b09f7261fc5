#pragma once

#include "ui/engine/chat_client.h"

namespace fettle::ui {

// The chat server's messages (app/engine/chat_server.h) to and from values; what is missing or of a wrong type is
// empty.

[[nodiscard]] Json generateCommand(int id, const ChatAsk& ask);
[[nodiscard]] QStringList chatArguments(const ChatServerOptions& options);
[[nodiscard]] ChatToken tokenFrom(const Json& message);
[[nodiscard]] ChatDone doneFrom(const Json& message);
[[nodiscard]] QVector<int> idsFrom(const Json& message);

} // namespace fettle::ui
