#include "tests/core/text/fixtures.h"
#include "tests/core/text/jinja.h"
#include "tests/support/test_main.h"

#include <map>

using namespace fettle;
using namespace fettle::test;

namespace {

// Cases that the engine does not render as jinja2 does, with the reason. One that starts to pass fails here.
const std::map<std::string, const char*> kKnownDifferences = {
    {"TEST_CUSTOM_TEMPLATES MadeAgents/Hammer2.1", "the target is huggingface.js's, which prints lists as JSON"},
};

} // namespace

// Python's jinja2 is the truth: 133 public templates with 4 conversations each, and the cases of huggingface.js and
// llama.cpp.
class JinjaGoldensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTemplates)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void publicTemplates_data() {
        const Json goldens = readJson(kTemplates / "expected/jinja2-goldens.json");
        columns();
        for (const Json& golden : goldens.at("renders")) {
            const auto file = golden.at("template").get<std::string>();
            const auto context = golden.at("context").get<std::string>();
            Json variables = goldens.at("variables");
            variables.update(goldens.at("contexts").at(context));
            add(file + " " + context, readFile(kTemplates / file), variables, golden, "output");
        }
        QCOMPARE(goldens.at("renders").size(), std::size_t{133 * 4});
    }
    void publicTemplates() { compare(); }

    void huggingfaceUnitCases_data() {
        columns();
        for (const Json& golden : readJson(kTemplates / "expected/huggingface.js-jinja-unit.json"))
            add(golden.at("name"), golden.at("template"), golden.at("context"), golden, "python_jinja2");
    }
    void huggingfaceUnitCases() { compare(); }

    void huggingfaceTemplates_data() {
        columns();
        for (const Json& golden : readJson(kTemplates / "expected/huggingface.js-jinja-e2e.json"))
            add(golden.at("group").get<std::string>() + " " + golden.at("name").get<std::string>(),
                golden.at("chat_template"), golden.at("data"), golden, "target");
    }
    void huggingfaceTemplates() { compare(); }

    void llamaCppTemplates_data() {
        const Json goldens = readJson(kTemplates / "expected/llama.cpp-test-chat-template.json");
        columns();
        for (const Json& golden : goldens.at("cases"))
            add(golden.at("name"), golden.at("template"),
                {{"messages", goldens.at("messages")},
                 {"add_generation_prompt", goldens.at("add_generation_prompt")},
                 {"bos_token", golden.at("bos_token")},
                 {"eos_token", golden.at("eos_token")}},
                golden, "python_jinja2");
    }
    void llamaCppTemplates() { compare(); }

private:
    static void columns() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("variables");
        QTest::addColumn<QString>("expected"); // null: an error
        QTest::addColumn<QString>("spans");    // null: not looked at
    }

    static void add(const std::string& name, const std::string& source, const Json& variables, const Json& golden,
                    const char* key) {
        const auto text = [](const std::string& value) { return QString::fromStdString(value); };
        QTest::newRow(name.c_str()) << text(source) << text(variables.dump())
                                    << (golden.contains(key) ? text("=" + golden.at(key).get<std::string>())
                                                             : QString())
                                    << (golden.contains("generation_spans") ? text(golden.at("generation_spans").dump())
                                                                            : QString());
    }

    static void compare() {
        QFETCH(QString, source);
        QFETCH(QString, variables);
        QFETCH(QString, expected);
        QFETCH(QString, spans);
        if (const auto known = kKnownDifferences.find(QTest::currentDataTag()); known != kKnownDifferences.end())
            QEXPECT_FAIL("", known->second, Continue);

        const Rendering made = rendering(source.toStdString(), parseJson(variables.toStdString(), "variables"));

        const QString got = made.error.empty() ? "=" + QString::fromStdString(made.text) : QString();
        if (got.isNull() && !expected.isNull()) qInfo("%s", made.error.c_str());
        QCOMPARE(got, expected);
        if (!spans.isNull()) QCOMPARE(QString::fromStdString(spansText(made.spans)), spans);
    }

    static std::string spansText(const std::vector<TextSpan>& spans) {
        Json list = Json::array();
        for (const TextSpan& span : spans)
            list.push_back({span.begin, span.end});
        return list.dump();
    }
};

FETTLE_TEST(JinjaGoldensTest)
#include "jinja_goldens_test.moc"
