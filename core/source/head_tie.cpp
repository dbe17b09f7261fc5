#include "core/source/head_tie.h"

#include "core/source/modules.h"

#include <algorithm>
#include <span>

namespace fettle {

namespace {

std::span<const std::byte> bytesOf(const TensorLocation& location, const MappedFile& file) {
    const std::uint64_t begin = location.dataStart + location.entry.begin;
    return file.bytes().subspan(begin, location.entry.end - location.entry.begin);
}

bool areEqual(const TensorLocation& left, const TensorLocation& right) {
    if (left.entry.dtype != right.entry.dtype || left.entry.shape != right.entry.shape) return false;
    const auto leftFile = MappedFile::open(left.file), rightFile = MappedFile::open(right.file);
    return std::ranges::equal(bytesOf(left, *leftFile), bytesOf(right, *rightFile));
}

} // namespace

TiedPair tiedPairOf(const Architecture& architecture) {
    TiedPair pair;
    if (!architecture.tieWordEmbeddings) return pair;
    for (const ModuleSpec& module : modulesOf(architecture)) {
        if (module.kind == ModuleKind::Embedding && pair.embedding.empty()) pair.embedding = module.name + ".weight";
        if (module.kind == ModuleKind::Head) pair.head = module.name + ".weight";
    }
    return pair;
}

bool isHeadTied(const TensorTable& table, const std::string& embedding, const std::string& head) {
    const auto first = table.find(embedding), second = table.find(head);
    if (first == second || first == table.end() || second == table.end()) return true;
    return areEqual(first->second, second->second);
}

} // namespace fettle
