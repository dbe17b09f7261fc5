#include "tests/support/test_main.h"

#ifdef FETTLE_TEST_WIDGETS
#include <QApplication>
#include <QStandardPaths>
#endif

#include <cstdio>
#include <exception>
#include <map>
#include <string>

namespace fettle::test {

namespace {

using Maker = std::function<std::unique_ptr<QObject>()>;

std::map<std::string, Maker>& makers() {
    static std::map<std::string, Maker> all;
    return all;
}

// Without Qt's crash handler, which does not end where a debugger cannot attach. Qt rethrows what a test throws.
int runClass(const Maker& make, QStringList arguments) try {
    const auto object = make();
    return QTest::qExec(object.get(), arguments << "-silent"
                                                << "-nocrashhandler");
} catch (const std::exception& error) {
    std::fprintf(stderr, "FAIL!  : uncaught exception: %s\n", error.what());
    return 1;
}

} // namespace

Registration::Registration(const char* name, Maker make) {
    makers()[name] = std::move(make);
}

} // namespace fettle::test

int main(int argc, char** argv) {
    qputenv("FETTLE_CACHE", ""); // no test finds what another one kept, in the user's own folder
#ifdef FETTLE_TEST_WIDGETS
    QStandardPaths::setTestModeEnabled(true); // no test touches the user's own settings
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion")); // of the application, which deletes it
#else
    QCoreApplication application(argc, argv);
#endif
    QStringList arguments = QCoreApplication::arguments();
    const std::string wanted = argc > 1 ? argv[1] : "";
    const auto& all = fettle::test::makers();
    if (const auto found = all.find(wanted); found != all.end()) {
        arguments.removeAt(1);
        return fettle::test::runClass(found->second, arguments);
    }
    if (!wanted.empty() && wanted.front() != '-') {
        std::fprintf(stderr, "no test class %s\n", wanted.c_str());
        return 2;
    }
    int failures = 0;
    for (const auto& [name, make] : all)
        failures += fettle::test::runClass(make, arguments);
    return failures;
}
