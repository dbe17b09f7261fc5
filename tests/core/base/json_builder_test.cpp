#include "core/base/error.h"
#include "core/base/json_builder.h"
#include "tests/support/test_main.h"

using namespace fettle;

namespace {

std::string problemOf(const std::string& text, DuplicateKeys duplicates = DuplicateKeys::Refuse) {
    try {
        (void)parseJson(text, "x", duplicates);
    } catch (const Error& error) {
        return error.message;
    }
    return {};
}

} // namespace

class JsonBuilderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesAndTheOrderOfKeysAreKept() {
        const std::string text = R"({"b":[1,-2,1.5,"x",true,null,{}],"a":{"d":[],"c":18446744073709551615}})";

        QCOMPARE(parseJson(text, "x", DuplicateKeys::Refuse).dump(), text);
        for (const char* scalar : {"1", "\"x\"", "null", "[]", "{}"})
            QCOMPARE(parseJson(scalar, "x", DuplicateKeys::Refuse).dump(), std::string(scalar));
    }

    void theLastOfEqualKeysWinsInTheFirstsPlace() {
        QCOMPARE(parseJson(R"({"a":1,"b":2,"a":3,"c":4,"b":5})", "x").dump(), std::string(R"({"a":3,"b":5,"c":4})"));
    }

    void equalKeysMayBeRefused() {
        QCOMPARE(problemOf(R"({"a":{"b":1,"c":2,"b":3}})"), std::string("x names \"b\" twice."));
        QCOMPARE(problemOf(R"({"a":{"b":1},"c":{"b":1}})"), std::string());
    }

    void brokenTextIsNamed() {
        QCOMPARE(problemOf("{\"a\":1").substr(0, 20), std::string("x is not valid JSON:"));
        QCOMPARE(problemOf("[1e999]").substr(0, 20), std::string("x is not valid JSON:"));
        QCOMPARE(problemOf("1 2").substr(0, 20), std::string("x is not valid JSON:"));
        for (const std::string& behind :
             {std::string("{}\0", 3), std::string("{}\0 garbage", 11), std::string("[\0]", 3)})
            QCOMPARE(problemOf(behind).substr(0, 20), std::string("x is not valid JSON:"));
        QCOMPARE(problemOf(std::string(513, '[')), std::string("x is nested too deeply."));
    }

    // Minutes with a look at all earlier keys for each new one.
    void manyKeysAreNoTrouble() {
        std::string text = "{";
        for (int i = 0; i < 300'000; ++i)
            text += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":" + std::to_string(i);

        QCOMPARE(parseJson(text + ",\"7\":0}", "x").size(), std::size_t{300'000});
    }
};

FETTLE_TEST(JsonBuilderTest)
#include "json_builder_test.moc"
