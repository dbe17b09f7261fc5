#include "core/text/tokenizer.h"
#include "tests/fuzz/fuzz.h"

using namespace fettle;

// tokenizer.json, with a text through it and back.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const auto file = fuzz::written(bytes, count, "tokenizer.json");
    return fuzz::tried([&] {
        const auto tokenizer = Tokenizer::load(file.parent_path());
        const auto ids = tokenizer->encode("  abc Tag<s> \u00e9\n", SpecialTokens::Add).ids;
        (void)tokenizer->decode(ids, SpecialText::Keep);
    });
}
