#include "core/source/gguf/gguf_architecture.h"
#include "tests/fuzz/fuzz.h"

using namespace fettle;

// Header, metadata and the config.json that they stand for.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    return fuzz::tried([&] {
        const GgufHeader header = parseGgufHeader(std::as_bytes(std::span(bytes, count)), "x");
        (void)parseArchitecture(configOfGguf(header));
    });
}
