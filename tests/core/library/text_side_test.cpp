#include "core/base/files.h"
#include "core/library/text_side.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json tokenizerOf(const std::vector<std::string>& pieces) {
    Json vocabulary = Json::object();
    for (const std::string& piece : pieces)
        vocabulary[piece] = vocabulary.size();
    return {{"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", Json::array()}}}};
}

} // namespace

// A base with a template and two tokens; adapters bring what a row names.
class TextSideTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_disk = std::make_unique<QTemporaryDir>();
        write("base", {{"tokenizer.json", toLine(tokenizerOf({"a", "b"}))},
                       {"tokenizer_config.json", R"({"eos_token": "b"})"},
                       {"chat_template.jinja", "of the base"},
                       {"generation_config.json", R"({"eos_token_id": 9})"}});
    }

    void withoutAdaptersItIsTheBases() {
        write("plain", {});

        for (const TextSide& side : {read({}), read({"plain"})}) {
            QCOMPARE(side.tokenizer->size(), std::int64_t{2});
            QCOMPARE(side.chatTemplate->source(), std::string("of the base"));
            QCOMPARE(side.stopIds, (std::vector<TokenId>{9, 1}));
            QCOMPARE(written(side, "chat_template.jinja"), std::string("of the base"));
            QVERIFY(side.files.chatTemplate.empty()); // the base's: an adapter need not bring it
        }
    }

    void anAdaptersTemplateCounts_data() {
        QTest::addColumn<std::string>("file");
        QTest::addColumn<std::string>("text");
        QTest::newRow("as a file") << std::string("chat_template.jinja") << std::string("of the adapter");
        QTest::newRow("in the tokenizer's settings")
            << std::string("tokenizer_config.json") << std::string(R"({"chat_template": "of the adapter"})");
    }
    void anAdaptersTemplateCounts() {
        QFETCH(std::string, file);
        QFETCH(std::string, text);
        write("tuned", {{file, text}});

        const TextSide side = read({"tuned"});

        QCOMPARE(side.chatTemplate->source(), std::string("of the adapter"));
        QCOMPARE(written(side, "chat_template.jinja"), std::string("of the adapter"));
        QCOMPARE(side.tokenizer->size(), std::int64_t{2});
    }

    void anAdaptersTokenizerCounts() {
        write("tuned", {{"tokenizer.json", toLine(tokenizerOf({"a", "b", "c"}))},
                        {"tokenizer_config.json", R"({"eos_token": "c"})"}});

        const TextSide side = read({"tuned"});

        QCOMPARE(side.tokenizer->size(), std::int64_t{3});
        QCOMPARE(side.stopIds, (std::vector<TokenId>{9, 2}));
        QCOMPARE(side.chatTemplate->source(), std::string("of the base"));
        QVERIFY(written(side, "tokenizer.json").find("\"c\"") != std::string::npos);
        QVERIFY(!written(side, "generation_config.json").empty());
    }

    void theFirstAdapterThatBringsOneDecides() {
        write("plain", {});
        write("first", {{"chat_template.jinja", "one"}});
        write("second", {{"chat_template.jinja", "two"}});

        QCOMPARE(read({"plain", "first", "second"}).chatTemplate->source(), std::string("one"));
    }

    // The tokenizer's EOS is "b"; "c" ends a turn in the template alone.
    void theTokenThatEndsATurnEndsAnAnswer_data() {
        QTest::addColumn<std::string>("source");
        QTest::addColumn<std::vector<TokenId>>("ids");
        const std::string says = "{% for m in messages %}{{ m['content'] }}";
        QTest::newRow("special") << says + "c{% endfor %}" << std::vector<TokenId>{9, 1, 3};
        QTest::newRow("behind a blank") << says + " c {% endfor %}" << std::vector<TokenId>{9, 1, 3};
        QTest::newRow("an EOS already") << says + "b{% endfor %}" << std::vector<TokenId>{9, 1};
        QTest::newRow("plain text") << says + "a{% endfor %}c" << std::vector<TokenId>{9, 1};
        QTest::newRow("nothing said") << std::string("c") << std::vector<TokenId>{9, 1};
        QTest::newRow("refused") << std::string("{{ raise_exception('no') }}") << std::vector<TokenId>{9, 1};
    }
    void theTokenThatEndsATurnEndsAnAnswer() {
        QFETCH(std::string, source);
        QFETCH(std::vector<TokenId>, ids);
        Json tokenizer = tokenizerOf({"a", "b", " "});
        tokenizer["added_tokens"] = {{{"id", 3}, {"content", "c"}, {"special", true}}};
        write("tuned", {{"tokenizer.json", toLine(tokenizer)},
                        {"tokenizer_config.json", R"({"eos_token": "b"})"},
                        {"chat_template.jinja", source}});

        const TextSide side = read({"tuned"});

        QCOMPARE(side.turnStopIds, ids);
        QCOMPARE(side.stopIds, (std::vector<TokenId>{9, 1}));
    }

    void aNamedTemplateWinsOverAll() {
        write("tuned", {{"chat_template.jinja", "of the adapter"}, {"other.jinja", "named"}});

        const TextSide side = readTextSide(*BaseModel::open(path("base").string()), {path("tuned")},
                                           {.chatTemplate = path("tuned") / "other.jinja", .addSpecialTokens = {}});

        QCOMPARE(side.chatTemplate->source(), std::string("named"));
        QCOMPARE(written(side, "chat_template.jinja"), std::string("named"));
    }

private:
    std::filesystem::path path(const std::string& name) const {
        return m_disk->path().toStdString() / std::filesystem::path(name);
    }

    void write(const std::string& folder, const std::map<std::string, std::string>& files) const {
        std::filesystem::create_directories(path(folder));
        for (const auto& [name, text] : files)
            writeFileAtomically(path(folder) / name, text);
    }

    TextSide read(const std::vector<std::string>& adapters) const {
        std::vector<std::filesystem::path> folders;
        for (const std::string& adapter : adapters)
            folders.push_back(path(adapter));
        return readTextSide(*BaseModel::open(path("base").string()), folders);
    }

    std::string written(const TextSide& side, const char* name) const {
        const QTemporaryDir out;
        side.files.writeTo(out.path().toStdString());
        return readFile(out.filePath(name).toStdString());
    }

    std::unique_ptr<QTemporaryDir> m_disk;
};

FETTLE_TEST(TextSideTest)
#include "text_side_test.moc"
