#include "core/text/chat_template.h"
#include "core/text/tokenizer.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/cases.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

ChatRequest requestOf(const std::filesystem::path& file) {
    ChatRequest request;
    request.messages = readJson(file);
    return request;
}

std::vector<std::string> spoken(const RenderedChat& chat) {
    const std::u32string text = QString::fromStdString(chat.text).toStdU32String();
    std::vector<std::string> parts;
    for (const TextSpan& span : chat.assistantSpans)
        parts.push_back(QString::fromStdU32String(text.substr(static_cast<std::size_t>(span.begin),
                                                              static_cast<std::size_t>(span.end - span.begin)))
                            .toStdString());
    return parts;
}

RenderedChat renderedCase(const std::string& situation, const std::string& messages, const std::string& chatTemplate) {
    return ChatTemplate::load({}, kCases / situation / (chatTemplate + ".jinja"))
        ->render(requestOf(kCases / situation / (messages + ".json")), {{"bos_token", "<s>"}});
}

} // namespace

// What the assistant says, in the situations that public reports describe.
class SpansCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAssistantMaySpeakFirst_data() { rows({"reads-first-message", "default-system", "bos-in-loop"}); }
    void theAssistantMaySpeakFirst() {
        FETTLE_NEEDS_CASE("assistant-first");
        QFETCH(std::string, name);
        const Json expected = expectedOf("assistant-first").at(name);

        const RenderedChat chat = renderedCase("assistant-first", "messages", name);

        QCOMPARE(chat.text, expected.at("text").get<std::string>());
        const auto parts = spoken(chat);
        QCOMPARE(parts.size(), expected.at("spans_begin_with").size());
        for (std::size_t i = 0; i < parts.size(); ++i)
            QVERIFY2(parts[i].starts_with(expected["spans_begin_with"][i].get<std::string>()), parts[i].c_str());
    }

    void whatFollowsEveryTextIsNotTheAnswers_data() { rows({"one", "two"}); }
    void whatFollowsEveryTextIsNotTheAnswers() {
        FETTLE_NEEDS_CASE("trailing-generation-prompt");
        QFETCH(std::string, name);

        const RenderedChat chat = renderedCase("trailing-generation-prompt", name, "always");

        QCOMPARE(spoken(chat), expectedOf("trailing-generation-prompt").at(name).get<std::vector<std::string>>());
    }

    void aTokenAcrossTheBorderIsTrained_data() { rows({"newline-marked", "newline-plain", "space-marked"}); }
    void aTokenAcrossTheBorderIsTrained() {
        FETTLE_NEEDS_CASE("first-answer-token");
        QFETCH(std::string, name);
        const Json expected = expectedOf("first-answer-token").at(name);

        const TokenizedChat tokens = tokenize(renderedCase("first-answer-token", name.substr(0, name.find('-')), name),
                                              *Tokenizer::load(kCases / "first-answer-token/model"));

        QCOMPARE(tokens.ids, expected.at("input_ids").get<Ids>());
        QCOMPARE(tokens.mask, expected.at("mask").get<std::vector<std::uint8_t>>());
    }

private:
    static void rows(std::initializer_list<const char*> names) {
        QTest::addColumn<std::string>("name");
        for (const char* name : names)
            QTest::newRow(name) << std::string(name);
    }
};

FETTLE_TEST(SpansCasesTest)
#include "spans_cases_test.moc"
