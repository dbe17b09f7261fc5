#include "core/source/stored_name.h"

#include "core/source/families/family.h"

namespace fettle {

std::string storedName(const TensorTable& table, const Architecture& architecture, const std::string& name) {
    const std::string& prefix = familyNamed(architecture.family).basePrefix;
    if (table.contains(name) || !name.starts_with(prefix)) return name;
    const std::string bare = name.substr(prefix.size());
    return table.contains(bare) ? bare : name;
}

} // namespace fettle
