#include "core/config/run_config.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <set>

using namespace fettle;

namespace {

Json fieldOf(const std::string& key) {
    for (const Json& field : describeFields())
        if (field.at("key") == key) return field;
    return {};
}

} // namespace

class DescribeFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldHasOneSentenceOfHelp() {
        for (const Json& field : describeFields()) {
            const auto help = field.at("help").get<std::string>();

            QVERIFY2(!help.empty() && help.back() == '.', field.dump().c_str());
        }
    }

    void keysAreUniqueWithinAKind() {
        std::set<std::string> seen;
        for (const Json& field : describeFields())
            QVERIFY2(seen.insert(field.at("key").get<std::string>() + field.at("kind").dump()).second,
                     field.dump().c_str());
    }

    void describedDefaultIsTheStructsDefault() {
        for (const Json& field : describeFields()) {
            const auto key = field.at("key").get<std::string>();
            const bool isOfAKind = field.at("kind").is_string() && key.starts_with("adapter.");
            const Json chosen = isOfAKind ? Json{{"adapter", {{"kind", field.at("kind")}}}} : Json::object();
            const Json written = toJson(parseRunConfig(chosen));
            if (field.at("type") == "section" || key.find("[]") != std::string::npos || key.starts_with("model.init."))
                continue; // not part of a default configuration
            std::string pointer = "/" + key;
            std::ranges::replace(pointer, '.', '/');
            const Json section = written.at(Json::json_pointer(pointer).parent_pointer());
            if (!field.at("kind").is_null() && section.value("kind", field.at("kind")) != field.at("kind"))
                continue; // of another kind

            QVERIFY2(written.at(Json::json_pointer(pointer)) == field.at("default"), key.c_str());
        }
    }

    void describesRangeChoicesKindAndLevel() {
        const Json split = fieldOf("data.validation_split");
        QCOMPARE(split.at("type").get<std::string>(), std::string("number"));
        QCOMPARE(split.at("min").get<double>(), 0.0);
        QCOMPARE(split.at("max").get<double>(), 1.0);
        QVERIFY(split.at("excludes_max").get<bool>());
        QCOMPARE(split.at("level").get<std::string>(), std::string("simple"));

        const Json rank = fieldOf("adapter.r");
        QCOMPARE(rank.at("kind").get<std::string>(), std::string("lora"));
        QCOMPARE(rank.at("default").get<int>(), 16);
        QVERIFY(rank.at("max").is_null());

        QCOMPARE(fieldOf("adapter.kind").at("choices").dump(),
                 std::string(R"(["none","lora","prefix_tuning","bottleneck","ia3","prompt_tuning","p_tuning"])"));
        QVERIFY(fieldOf("optimizer.learning_rate").at("nullable").get<bool>());
        QVERIFY(!fieldOf("data.train[].path").is_null());
        QVERIFY(!fieldOf("model.init.tokenizer").is_null());
        QCOMPARE(fieldOf("model.quantization.double_quant").at("kind").get<std::string>(), std::string("nf4"));
    }
};

FETTLE_TEST(DescribeFieldsTest)
#include "describe_fields_test.moc"
