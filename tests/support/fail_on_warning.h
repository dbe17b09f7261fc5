#pragma once

#include <QRegularExpression>
#include <QtTest/QtTest>

namespace fettle::test {

// Call in init(): a warning of Qt fails the test. The offscreen platform's own remark on size hints is none of ours.
inline void failOnWarning() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints).+")));
}

} // namespace fettle::test
