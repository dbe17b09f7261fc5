// Tags, filters, tests and methods of standard Jinja with each of their arguments (tests/golden/jinja.py).
#include "core/base/files.h"
#include "tests/core/text/jinja.h"
#include "tests/support/cases.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class JinjaStandardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publicReportsRenderAsInTheReference_data() {
        FETTLE_NEEDS_CASE("jinja-standard");
        const std::filesystem::path folder = kCases / "jinja-standard";
        const Json messages = readJson(folder / "messages.json");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected");
        const Json expected = expectedOf("jinja-standard");
        for (const auto& [name, text] : expected.items())
            QTest::newRow(name.c_str()) << QString::fromStdString(readFile(folder / (name + ".jinja")))
                                        << QString::fromStdString(text);
        QCOMPARE(expected.size(), std::size_t{19});
    }
    void publicReportsRenderAsInTheReference() {
        QFETCH(QString, source);
        QFETCH(QString, expected);

        const Rendering made =
            rendering(source.toStdString(), {{"messages", readJson(kCases / "jinja-standard" / "messages.json")}});

        QCOMPARE(QString::fromStdString(made.text + made.error), expected);
    }

    void argumentsCountOrAreRefused_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("expected"); // null: an error
        const Json golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/jinja.json");
        for (const Json& row : golden.at("cases"))
            QTest::newRow(row.at("name").get<std::string>().c_str())
                << QString::fromStdString(row.at("template"))
                << (row.at("output").is_null() ? QString() : "=" + QString::fromStdString(row.at("output")));
    }
    void argumentsCountOrAreRefused() {
        QFETCH(QString, source);
        QFETCH(QString, expected);

        const Rendering made = rendering(source.toStdString());

        if (!made.error.empty() && !expected.isNull()) qInfo("%s", made.error.c_str());
        QCOMPARE(made.error.empty() ? "=" + QString::fromStdString(made.text) : QString(), expected);
    }

    void whatIsRefusedIsNamed() {
        const auto names = [](const char* source, const char* what) {
            return rendering(source).error.find(what) != std::string::npos;
        };
        QVERIFY(names("{{ 1.5|round(methd='ceil') }}", "'round' has no argument 'methd'"));
        QVERIFY(names("{{ 1.5|round(method='up') }}", "not 'up'"));
        QVERIFY(names("{{ 'a'|replace('a') }}", "'replace' needs its argument 'new'"));
        QVERIFY(names("{{ 'a'.upper(1) }}", "'upper' takes at most 0 arguments, not 1"));
        QVERIFY(names("{% macro f(a) %}{% endmacro %}{{ f(b=1) }}", "The macro 'f' has no argument 'b'"));
        QVERIFY(names("{{ 'a'|wordwrap(3) }}", "No filter named 'wordwrap'"));
    }
};

FETTLE_TEST(JinjaStandardTest)
#include "jinja_standard_test.moc"
