#pragma once

namespace fettle::fake {

// Acts as `fettle chat --json`: answers with the last message's words behind "base:" or "tuned 0.50:", one word a
// token; with "continue_last" with those that are not said yet. Several streams go on by turns. The message "say
// nothing for ever" is never answered, "break" ends in an error, "die" in a crash.
void playChat(int context);

} // namespace fettle::fake
