#include "core/model/named_generator.h"

#include <ATen/CPUGeneratorImpl.h>

namespace fettle {

at::Generator namedGenerator(std::uint64_t seed, const std::string& name) {
    // FNV-1a over the name, then the seed's bytes.
    std::uint64_t hash = 0xcbf29ce484222325u;
    const auto mix = [&hash](std::uint64_t byte) { hash = (hash ^ (byte & 0xff)) * 0x100000001b3u; };
    for (const char c : name)
        mix(static_cast<unsigned char>(c));
    for (int shift = 0; shift < 64; shift += 8)
        mix(seed >> shift);
    return at::make_generator<at::CPUGeneratorImpl>(hash ^ hash >> 32); // the engine takes the lower half
}

} // namespace fettle
