#include "core/base/error.h"
#include "core/text/chat_template.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr const char* kMarked =
    "{% for m in messages %}<{{ m.role }}>{% if m.role == 'assistant' %}{% generation %}"
    "{{ m.content }}</end>{% endgeneration %}{% else %}{{ m.content }}</end>{% endif %}{% endfor %}";
constexpr const char* kPlain = "{% for m in messages %}<{{ m.role }}>{{ m.content }}</end>{% endfor %}"
                               "{% if add_generation_prompt %}<assistant>{% endif %}";

ChatRequest conversation() {
    return {.messages = {{{"role", "user"}, {"content", "é?"}},
                         {{"role", "assistant"}, {"content", "ja"}},
                         {{"role", "user"}, {"content", "x"}},
                         {{"role", "assistant"}, {"content", "no"}}},
            .tools = {},
            .documents = {}};
}

std::string sourceIn(const TokenizerFolder& folder) {
    const auto found = ChatTemplate::load(folder.path());
    return found ? found->source() : "none";
}

} // namespace

class ChatTemplateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void marksTellWhatTheAssistantSays() {
        const RenderedChat chat = ChatTemplate::parse(kMarked).render(conversation(), Json::object());

        // "<user>é?</end>" has 14 code points, "<assistant>" 11.
        QCOMPARE(chat.assistantSpans, (std::vector<TextSpan>{{25, 33}, {57, 65}}));
    }

    void withoutMarksGrowingPrefixesTell() {
        const RenderedChat chat = ChatTemplate::parse(kPlain).render(conversation(), Json::object());

        QCOMPARE(chat.assistantSpans, (std::vector<TextSpan>{{25, 33}, {57, 65}}));
    }

    void withoutALoopOverTheMessagesGrowingPrefixesTell() {
        const std::string indexed = "{% for i in range(messages | length) %}<{{ messages[i].role }}>"
                                    "{{ messages[i].content }}</end>{% endfor %}"
                                    "{% if add_generation_prompt %}<assistant>{% endif %}";

        const RenderedChat chat = ChatTemplate::parse(indexed).render(conversation(), Json::object());

        QCOMPARE(chat.assistantSpans, (std::vector<TextSpan>{{25, 33}, {57, 65}}));
    }

    void longConversationsTakeTimeInProportion() {
        ChatRequest request;
        for (int i = 0; i < 20'000; ++i)
            request.messages.push_back({{"role", i % 2 == 0 ? "user" : "assistant"}, {"content", "é"}});

        const RenderedChat plain = ChatTemplate::parse(kPlain).render(request, Json::object());
        const RenderedChat marked = ChatTemplate::parse(kMarked).render(request, Json::object());

        // A turn of each has 13 and 18 code points; prefixes of all lengths would be 100 million rounds.
        QCOMPARE(plain.assistantSpans.back(), (TextSpan{310'000 - 7, 310'000}));
        QCOMPARE(marked.assistantSpans, plain.assistantSpans);
    }

    void templatesThatForgetEarlierThoughtsAreRefused() {
        const ChatTemplate thinking = ChatTemplate::parse("{% for m in messages %}<{{ m.role }}>"
                                                          "{% if loop.last %}think {% endif %}{{ m.content }}</end>"
                                                          "{% endfor %}");

        QVERIFY_EXCEPTION_THROWN((void)thinking.render(conversation(), Json::object()), Error);
    }

    void templatesThatRewriteEarlierTurnsAreRefused() {
        const ChatTemplate last = ChatTemplate::parse("{{ messages[-1].content }}{{ messages | length }}");

        QVERIFY_EXCEPTION_THROWN((void)last.render(conversation(), Json::object()), Error);
        QCOMPARE(last.renderText(conversation(), Json::object()), std::string("no4"));
    }

    void extrasAndSpecialTokensAreVariables() {
        ChatRequest request;
        request.extras = {{"enable_thinking", true}, {"bos_token", "<x>"}};

        QCOMPARE(ChatTemplate::parse("{{ bos_token }}{{ eos_token }}{{ enable_thinking }}{{ tools is none }}")
                     .renderText(request, {{"bos_token", "<s>"}, {"eos_token", "</s>"}}),
                 std::string("<x></s>TrueTrue"));
    }

    void theFileOfItsOwnWins() {
        const TokenizerFolder folder;
        QCOMPARE(sourceIn(folder), std::string("none"));

        folder.write("tokenizer_config.json", {{"chat_template", "config"}});
        QCOMPARE(sourceIn(folder), std::string("config"));

        folder.write("chat_template.json", {{"chat_template", "json"}});
        QCOMPARE(sourceIn(folder), std::string("json"));

        writeFileAtomically(folder.path() / "chat_template.jinja", "jinja");
        QCOMPARE(sourceIn(folder), std::string("jinja"));
    }

    void aListHasADefault() {
        const TokenizerFolder folder;
        const auto named = [](const char* name, const char* text) { return Json{{"name", name}, {"template", text}}; };

        folder.write("tokenizer_config.json", {{"chat_template", {named("tool_use", "a"), named("default", "b")}}});
        QCOMPARE(sourceIn(folder), std::string("b"));
        folder.write("tokenizer_config.json", {{"chat_template", {named("tool_use", "a"), named("rag", "b")}}});
        QCOMPARE(sourceIn(folder), std::string("a"));
    }

    void oddValuesAreNoTemplates() {
        const TokenizerFolder folder;
        for (const Json& value :
             {Json(3), Json::array({1, "x"}), Json(), Json::array({{{"name", 1}, {"template", 2}}})}) {
            folder.write("tokenizer_config.json", {{"chat_template", value}});
            QCOMPARE(sourceIn(folder), std::string("none"));
        }
    }

    void tokensInsideASpanAreMasked() {
        if (!std::filesystem::exists(kTokenizers)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const auto gpt2 = Tokenizer::load(kTokenizers / "hf/gpt2");
        const RenderedChat chat{.text = "Hello world", .assistantSpans = {{5, 11}}};

        const TokenizedChat tokens = tokenize(chat, *gpt2);

        QCOMPARE(tokens.ids, (Ids{15496, 995})); // "Hello", " world"
        QCOMPARE(tokens.mask, (std::vector<std::uint8_t>{0, 1}));
        QCOMPARE(tokenize({.text = "Hello world", .assistantSpans = {{6, 11}}}, *gpt2).mask,
                 (std::vector<std::uint8_t>{0, 1})); // the space before "world" is in its token
    }
};

FETTLE_TEST(ChatTemplateTest)
#include "chat_template_test.moc"
