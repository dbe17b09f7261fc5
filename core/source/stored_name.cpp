#include "core/source/stored_name.h"

#include "core/source/families/family.h"
#include "core/source/head_tie.h"

namespace fettle {

std::string storedName(const TensorTable& table, const Architecture& architecture, const std::string& name) {
    if (table.contains(name)) return name;
    const std::string& prefix = familyNamed(architecture.family).basePrefix;
    if (name.starts_with(prefix) && table.contains(name.substr(prefix.size()))) return name.substr(prefix.size());
    const TiedPair pair = tiedPairOf(architecture);
    return name == pair.embedding && table.contains(pair.head) ? pair.head : name;
}

} // namespace fettle
