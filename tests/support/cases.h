#pragma once

#include "core/base/json.h"

#include <QtTest/QtTest>

#include <filesystem>
#include <string>

namespace fettle::test {

// Situations from public reports: a folder each, with its inputs, a README.md and the expected values.
inline const std::filesystem::path kCases = FETTLE_CASES;

[[nodiscard]] inline QString caseFile(const std::string& name) {
    return QString::fromStdString((kCases / name).string());
}

[[nodiscard]] inline Json expectedOf(const std::string& situation) {
    return readJson(kCases / situation / "expected.json");
}

} // namespace fettle::test

// To stand in initTestCase().
#define FETTLE_NEEDS_CASE(situation)                                                                                   \
    if (!std::filesystem::exists(fettle::test::kCases / (situation))) QSKIP("the case " situation " is missing")
