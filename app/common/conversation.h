#pragma once

#include "core/text/chat_template.h"

#include <filesystem>
#include <string>

namespace fettle::cli {

// {"messages": [...], "tools": [...], "documents": [...], ...extras}, or a bare list of messages. Error{BadFile}, with
// `what` naming the source.
[[nodiscard]] ChatRequest parseConversation(const Json& json, const std::string& what);
[[nodiscard]] ChatRequest readConversation(const std::filesystem::path& file);

} // namespace fettle::cli
