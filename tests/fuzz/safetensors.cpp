#include "core/source/safetensors.h"
#include "tests/fuzz/fuzz.h"

using namespace fettle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    return fuzz::tried([&] { (void)parseSafetensorsHeader(std::as_bytes(std::span(bytes, count)), "x"); });
}
