#include "core/text/chat_template.h"
#include "tests/fuzz/fuzz.h"

using namespace fettle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    static const ChatRequest request{.messages = {{{"role", "system"}, {"content", "Be short."}},
                                                  {{"role", "user"}, {"content", "\u00e9?"}},
                                                  {{"role", "assistant"}, {"content", "Yes."}}}};
    static const Json special = {{"bos_token", "<s>"}, {"eos_token", "</s>"}};
    return fuzz::tried([&] { (void)ChatTemplate::parse(fuzz::textOf(bytes, count)).render(request, special); });
}
