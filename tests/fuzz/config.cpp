#include "core/config/run_config.h"
#include "core/source/architecture.h"
#include "core/source/modules.h"
#include "tests/fuzz/fuzz.h"

using namespace fettle;

// The same bytes as a run's config.json and as a model's.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    const std::string text = fuzz::textOf(bytes, count);
    fuzz::tried([&] { (void)validate(parseRunConfig(parseJson(text, "x"))); });
    return fuzz::tried([&] { (void)parameterCount(parseArchitecture(parseJson(text, "x"))); });
}
