#pragma once

#include "core/base/error.h"

#include <ATen/ATen.h>
#include <QtTest/QtTest>

#include <functional>
#include <limits>

namespace fettle::test {

// Infinite for different shapes, no number where one tensor holds none.
inline double largestGap(const at::Tensor& actual, const at::Tensor& expected) {
    if (actual.sizes() != expected.sizes()) return std::numeric_limits<double>::infinity();
    return (actual.detach().to(at::kDouble) - expected.detach().to(at::kDouble)).abs().max().item<double>();
}

// The error that `action` ends with; kind Internal and "no error" where it ends well.
inline Error errorOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return Error{ErrorKind::Internal, "no error"};
}

} // namespace fettle::test

#define COMPARE_CLOSE(actual, expected, tolerance)                                                                     \
    do {                                                                                                               \
        const double gap = fettle::test::largestGap(actual, expected);                                                 \
        QVERIFY2(gap <= (tolerance), qPrintable(QStringLiteral("largest gap %1").arg(gap)));                           \
    } while (false)
