#pragma once

#include <arrow/result.h>

#include <stdexcept>
#include <utility>

namespace fettle {

inline void throwUnlessOk(const arrow::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.message());
}

template <class Value>
Value valueOrThrow(arrow::Result<Value> result) {
    throwUnlessOk(result.status());
    return std::move(result).ValueUnsafe();
}

} // namespace fettle
