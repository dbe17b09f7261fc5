#include "tests/core/text/jinja.h"
#include "tests/support/test_main.h"

#include <thread>

using namespace fettle;
using namespace fettle::test;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

// Nothing that a template does may hang, crash or fill the memory.
class JinjaLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostileTemplatesEndInAnError_data() {
        QTest::addColumn<QString>("source");
        const auto row = [](const char* name, const std::string& source) {
            QTest::newRow(name) << QString::fromStdString(source);
        };
        const std::string loop = "{% for a in range(100000) %}";
        row("endless loops", repeated(loop, 5) + "x" + repeated("{% endfor %}", 5));
        row("empty loops", repeated(loop, 3) + repeated("{% endfor %}", 3));
        row("filtered loop", "{% for a in range(99999) if range(99999) | select('gt', 3) | list %}{% endfor %}");
        row("long range", "{{ range(100000000000) }}");
        row("range to the end of numbers", "{{ range(9223372036854775806, 9223372036854775807, 0) }}");
        row("recursive macro", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}");
        row("recursive macros",
            "{% macro f() %}{{ g() }}{% endmacro %}{% macro g() %}{{ f() }}{% endmacro %}{{ f() }}");
        for (const char* block : {"filter upper", "set x", "if true", "generation", "for a in [1]", "with a = 1"}) {
            const std::string name = std::string(block).substr(0, std::string(block).find(' '));
            row((std::string("deep ") + block).c_str(),
                repeated("{% " + std::string(block) + " %}", 100000) + repeated("{% end" + name + " %}", 100000));
            row((std::string("deep recursion of a loop through ") + block).c_str(),
                "{% for x in [[]] recursive %}{% " + std::string(block) + " %}{{ loop([[]]) }}{% end" + name +
                    " %}{% endfor %}");
        }
        row("a loop that calls itself", "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}");
        row("a loop that calls itself by a filter",
            "{% for x in [1] recursive %}{% filter upper %}{{ [[1]] | map('first') | list }}{{ loop([1]) }}"
            "{% endfilter %}{% endfor %}");
        row("loops and macros that call each other",
            "{% macro f(l) %}{{ l([1]) }}{% endmacro %}{% for x in [1] recursive %}{{ f(loop) }}{% endfor %}");
        row("a loop that doubles itself",
            "{% for x in [1] recursive %}{{ loop([1, 1]) }}{{ loop([1, 1]) }}{% endfor %}");
        row("a namespace that holds its loop",
            "{% set n = namespace() %}{% for x in [n, n] %}{% set n.l = loop %}{% endfor %}");
        row("a loop that remembers a namespace",
            "{% set n = namespace() %}{% for x in [1] %}{{ loop.changed(n) }}{% endfor %}");
        row("huge batch", "{{ range(9) | batch(1000000000000, 1) | list }}");
        row("many slices", "{{ [] | slice(1000000000000) | list }}");
        row("wide format", "{{ '{:1000000000}'.format(1) }}");
        row("wide percent format", "{{ '%1000000000d' % 1 }}");
        row("many digits", "{{ '%.1000000000f' % 1 }}");
        row("wide center", "{{ 'a' | center(1000000000000) }}");
        row("wide zfill", "{{ 'a'.zfill(9223372036854775807) }}");
        row("doubling by str.format", "{% set n = namespace(t='xx') %}{% for i in range(60) %}"
                                      "{% set n.t = '{0}{0}'.format(n.t) %}{% endfor %}");
        row("many pairs", "{{ dict(range(100000) | map('string') | map('list') | map('list')) }}");
        row("growing sum", "{{ range(100000) | map('string') | map('list') | sum(start=[]) }}");
        row("recursive call", "{% macro f() %}{% call f() %}{% endcall %}{% endmacro %}{{ f() }}");
        for (const char* block : {"filter upper", "set x", "if true", "generation", "for a in [1]", "call f()",
                                  "with a = 1", "for a in [1] recursive"}) {
            const std::string name = std::string(block).substr(0, std::string(block).find(' '));
            row((std::string("recursion in nested ") + block).c_str(),
                "{% macro f() %}" + repeated("{% " + std::string(block) + " %}", 140) + "{{ f() }}" +
                    repeated("{% end" + name + " %}", 140) + "{% endmacro %}{{ f() }}");
        }
        row("huge text", "{{ 'x' * 1000000000000 }}");
        row("huge list", "{{ ([0] * 1000000000000) | length }}");
        row("doubling text", "{% set n = namespace(t='xxxxxxxx') %}{% for i in range(60) %}{% set n.t = n.t + n.t %}"
                             "{% endfor %}");
        row("doubling list",
            "{% set n = namespace(t=[0]) %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}");
        row("doubling by tilde",
            "{% set n = namespace(t='xxxxxxxx') %}{% for i in range(60) %}{% set n.t = n.t ~ n.t %}"
            "{% endfor %}");
        row("doubling by replace", "{% set n = namespace(t='xx') %}{% for i in range(60) %}"
                                   "{% set n.t = n.t.replace('x', 'xxxx') %}{% endfor %}");
        row("doubling by join", "{% set n = namespace(t='xx') %}{% for i in range(60) %}"
                                "{% set n.t = n.t | join(n.t) %}{% endfor %}");
        row("doubling by format", "{% set n = namespace(t='xx') %}{% for i in range(60) %}"
                                  "{% set n.t = '%s%s' % (n.t, n.t) %}{% endfor %}");
        row("doubling by json", "{% set n = namespace(t='\\\\\\\\') %}{% for i in range(60) %}"
                                "{% set n.t = n.t | tojson %}{% endfor %}");
        row("doubling by dict", "{% set n = namespace(t=[1]) %}{% for i in range(60) %}{% set n.t = [n.t, n.t] %}"
                                "{% endfor %}{{ n.t }}");
        row("doubling by dict as json", "{% set n = namespace(t=[1]) %}{% for i in range(60) %}"
                                        "{% set n.t = {'a': n.t, 'b': n.t} %}{% endfor %}{{ n.t | tojson }}");
        row("doubling compared",
            "{% set n = namespace(t=[1], u=[1]) %}{% for i in range(60) %}{% set n.t = [n.t, n.t] %}"
            "{% set n.u = [n.u, n.u] %}{% endfor %}{{ n.t == n.u }}");
        row("indented text", "{% set n = namespace(t='a\\nb') %}{% for i in range(60) %}"
                             "{% set n.t = (n.t ~ '\\n' ~ n.t) | indent(256) %}{% endfor %}");
        row("big captured blocks",
            "{% for i in range(100000) %}{% set x %}" + std::string(2000, 'x') + "{% endset %}{{ x }}{% endfor %}");
        row("a list that holds itself", "{% set n = namespace() %}{% set n.me = n %}{% set n.l = [n] %}"
                                        "{% for i in range(300) %}{% set n.l = [n.l] %}{% endfor %}{{ n.l }}");
        row("long power", "{{ 10 ** 10 ** 10 }}{{ 2 ** 9223372036854775807 }}{{ 7 ** 400 }}");
        row("smallest number", "{{ (-9223372036854775807 - 1) // -1 }}");
        row("smallest number's size", "{{ (-9223372036854775807 - 1) | abs }}");
        row("deep parentheses", "{{ " + repeated("(", 100000) + "1" + repeated(")", 100000) + " }}");
        row("deep lists", "{{ " + repeated("[", 100000) + repeated("]", 100000) + " }}");
        row("deep nots", "{{ " + repeated("not ", 100000) + "1 }}");
        row("deep signs", "{{ " + repeated("- ", 100000) + "1 }}");
        row("deep conditions", "{{ " + repeated("1 if 1 else ", 100000) + "1 }}");
        row("deep ifs", repeated("{% if 1 %}", 100000) + repeated("{% endif %}", 100000));
        row("long attribute chain", "{{ a" + repeated(".a", 100000) + " }}");
        row("long call chain", "{{ a" + repeated("()", 100000) + " }}");
        row("long and chain", "{{ 1" + repeated(" and 1", 100000) + " }}");
        row("long power chain", "{{ 1" + repeated(" ** 1", 100000) + " }}");
        row("long sum", "{{ 1" + repeated(" + 1", 100000) + " }}");
        row("long filter chain", "{{ 'a'" + repeated(" | upper", 100000) + " }}");
        row("long elif chain", "{% if 0 %}" + repeated("{% elif x.y.z %}", 100000) + "{% endif %}");
        row("long comparison", "{{ 1" + repeated(" < 1 + x.y", 100000) + " }}");
        row("unfinished", "{% for a in b %}{{ a");
        row("bad name", "{{ \xFF\xFE.a() }}");
    }

    void hostileTemplatesEndInAnError() {
        QFETCH(QString, source);
        Rendering made;

        std::thread([&] { made = rendering(source.toStdString()); }).join(); // rows are tokenized on such ones

        QVERIFY2(!made.error.empty(), made.text.substr(0, 80).c_str());
    }

    void errorsNameTheirPlace() {
        QCOMPARE(rendering("a\n{{ x.y.z }}").error,
                 std::string("Chat template, line 2, column 5: 'x' is undefined, so it has no attribute 'y'."));
        QVERIFY(rendering("a\n  {% if %}").error.find("line 2") != std::string::npos);
        QVERIFY(rendering("{{ raise_exception('No tools.') }}").error.find("No tools.") != std::string::npos);
    }

    void changesOfListsAreRefused() {
        QVERIFY(!rendering("{% set a = [] %}{{ a.append(1) }}").error.empty());
        QVERIFY(!rendering("{% set a = {} %}{{ a.update({'b': 1}) }}").error.empty());
    }

    void nothingOfTheHostIsReachable() {
        for (const char* source : {"{{ ''.__class__ }}", "{{ [].__class__ }}", "{{ range.__globals__ }}"})
            QCOMPARE(rendering(source).text, std::string());
    }
};

FETTLE_TEST(JinjaLimitsTest)
#include "jinja_limits_test.moc"
