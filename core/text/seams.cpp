#include "core/text/seams.h"

#include "core/text/utf8.h"

namespace fettle {

void Seams::join(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return;
    std::size_t last = left.size() - 1;
    while (last > 0 && isContinuation(left[last]))
        --last;
    m_joined.insert(keyOf(codePointAt(left, last).value, codePointAt(right, 0).value));
}

} // namespace fettle
