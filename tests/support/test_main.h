#pragma once

#include <QtTest/QtTest>

#include <functional>
#include <memory>

namespace fettle::test {

// Makes a test class known to test_main.cpp, which runs the one named on the command line, or all.
struct Registration {
    Registration(const char* name, std::function<std::unique_ptr<QObject>()> make);
};

} // namespace fettle::test

// At the end of each *_test.cpp, before its .moc include.
#define FETTLE_TEST(Class)                                                                                             \
    static const fettle::test::Registration registration##Class{#Class, [] { return std::make_unique<Class>(); }};
