#include "core/data/cache/token_key.h"

#include "core/data/cache/text_code.h"
#include "core/text/text_libraries.h"
#include "tests/core/data/cached_run.h"
#include "tests/support/test_main.h"

#include <functional>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr const char* kRows =
    R"({"messages": [{"role": "user", "content": "one"}, {"role": "assistant", "content": "1"}]}
{"messages": [{"role": "user", "content": "two"}, {"role": "assistant", "content": "2"}]}
{"messages": [{"role": "user", "content": "three"}, {"role": "assistant", "content": "3"}]}
)";
constexpr std::time_t kDay = 24 * 60 * 60, kNoon = 1'000'000'000 / kDay * kDay + kDay / 2;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

} // namespace

class TokenKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_run = std::make_unique<CachedRun>();
        m_config = runOn({m_run->file("rows.jsonl", kRows)});
        m_config.data.validationSplit = 0.4;
        QVERIFY(!m_run->prepare(m_config).isFound);
        QVERIFY(m_run->prepare(m_config).isFound);
    }

    void whatTokensDependOnIsInTheKey_data() {
        QTest::addColumn<std::function<void()>>("change");
        const auto row = [](const char* name, std::function<void()> change) { QTest::newRow(name) << change; };
        DataConfig& data = m_config.data;
        row("one byte of the data", [&] { (void)m_run->file("rows.jsonl", replaced(kRows, "two", "six")); });
        row("the file's name", [&] { data.train = {m_run->file("other.jsonl", kRows)}; });
        row("the ending that chooses the reader", [&] { data.train = {m_run->file("rows.json", kRows)}; });
        row("format", [&] { data.train[0].format = "messages"; });
        row("columns", [&] { data.train[0].columns = {{"tools", "instruments"}}; });
        row("limit", [&] { data.train[0].limit = 2; });
        row("weight", [&] { data.train[0].weight = 2; });
        row("a second file", [&] { data.train.push_back(m_run->file("b.jsonl", kRows)); });
        row("the same file twice", [&] { data.train.push_back(data.train[0]); });
        row("a validation file", [&] { data.validation = {m_run->file("b.jsonl", kRows)}; });
        row("share of the split", [&] { data.validationSplit = 0.6; });
        row("share that is learned from", [&] { data.trainShare = 0.5; });
        row("no split", [&] { data.validationSplit = 0; });
        row("seed of the split", [&] { m_config.seed += 1; });
        row("max_length", [&] { data.maxLength = 40; });
        row("train_on", [&] { data.trainOn = "everything"; });
        row("system prompt", [&] { data.systemPrompt = "Be brief."; });
        row("separator", [&] { data.separator = "|"; });
        row("kept overflow", [&] { data.packing = true, data.packingStrategy = "wrapped"; });
        row("an objective that trains everything", [&] { m_config.objective = PretrainObjective{}; });
        row("an objective that compares", [&] { m_config.objective = DpoObjective{}; });
        row("an objective that wants scores", [&] { m_config.objective = RewardObjective{}; });
        row("an objective that wants labels", [&] { m_config.objective = KtoObjective{}; });
        row("rows of the model's matrix", [&] { m_run->vocabSize = 300; });
        row("template of the run",
            [&] { data.chatTemplate = m_run->file("own.jinja", "{{ messages | tojson }}").path; });
        row("template of the model", [&] {
            (void)m_run->file("model/chat_template.jinja", "{% for m in messages %}{{ m.content }}\n{% endfor %}");
        });
        row("tokenizer", [&] {
            Json json = readJson(m_run->model() / "tokenizer.json");
            json["added_tokens"].push_back(specialToken(258, "three"));
            writeJson(m_run->model() / "tokenizer.json", json);
        });
        row("special tokens", [&] {
            writeJson(m_run->model() / "special_tokens_map.json", {{"bos_token", "<|im_start|>"}});
        });
    }

    void whatTokensDependOnIsInTheKey() {
        QFETCH(std::function<void()>, change);

        change();

        const auto changed = m_run->prepare(m_config);
        QVERIFY(!changed.isFound);
        QVERIFY(changed.data == m_run->prepareWithoutCache(m_config));
        QVERIFY(m_run->prepare(m_config).isFound);
    }

    void whatTokensDoNotDependOnIsNot_data() {
        QTest::addColumn<std::function<void()>>("change");
        const auto row = [](const char* name, std::function<void()> change) { QTest::newRow(name) << change; };
        row("another folder", [&] { m_config.data.train = {m_run->file("elsewhere/rows.jsonl", kRows)}; });
        row("written again", [&] { (void)m_run->file("rows.jsonl", kRows); });
        row("the run's name and device", [&] { m_config.name = "other", m_config.device = "cpu"; });
        row("another loss of single answers", [&] { m_config.optimizer.learningRate = 1; });
        row("batches and order", [&] { m_config.batch.perDeviceBatchSize = 1, m_config.data.shuffle = false; });
        row("a whole row to a bin", [&] { m_config.data.packing = true; });
        row("weights", [&] { (void)m_run->file("model/model.safetensors", "other"); });
    }

    void whatTokensDoNotDependOnIsNot() {
        QFETCH(std::function<void()>, change);

        change();

        const auto found = m_run->prepare(m_config);
        QVERIFY(found.isFound);
        QVERIFY(found.data == m_run->prepareWithoutCache(m_config));
    }

    void withoutASplitTheSeedDoesNotMatter() {
        m_config.data.validationSplit = 0;
        (void)m_run->prepare(m_config);

        m_config.seed += 1;

        QVERIFY(m_run->prepare(m_config).isFound);
    }

    void rowsDrawnByWeightDependOnTheSeed() {
        m_config.data.validationSplit = 0;
        m_config.data.train[0].weight = 0.4;
        (void)m_run->prepare(m_config);

        m_config.seed += 1;

        QVERIFY(!m_run->prepare(m_config).isFound);
    }

    void ofAFolderEachTextIsInTheKey() {
        (void)m_run->file("texts/b.txt", "one");
        const auto folder =
            std::filesystem::path(m_run->file("texts/in/a.txt", "two").path).parent_path().parent_path();
        m_config = runOn({{.path = folder.string()}});
        const auto key = keyAt(kNoon, "{{ messages }}");
        QVERIFY(key);
        (void)m_run->file("texts/c.png", "no text");
        QCOMPARE(keyAt(kNoon, "{{ messages }}"), key);

        (void)m_run->file("texts/in/a.txt", "six");
        const auto changed = keyAt(kNoon, "{{ messages }}");
        std::filesystem::rename(folder / "b.txt", folder / "a.txt");

        QVERIFY(changed != key);
        QVERIFY(keyAt(kNoon, "{{ messages }}") != changed);
    }

    void codeAndLibrariesAreInTheKey() {
        const std::string key = keyAt(kNoon, "{{ messages }}").value();

        QVERIFY(key.find(kTextCode) != std::string::npos);
        QVERIFY(key.find(textLibraries()) != std::string::npos);
    }

    void aTemplateThatWritesTheDateLastsADay() {
        const std::string dated = R"({{ strftime_now("%d %b %Y") }}{{ messages }})";

        QCOMPARE(keyAt(kNoon, dated), keyAt(kNoon + 60, dated));
        QVERIFY(keyAt(kNoon, dated) != keyAt(kNoon + kDay, dated));
        QCOMPARE(keyAt(kNoon, "{{ messages }}"), keyAt(kNoon + kDay, "{{ messages }}"));
    }

    void aTemplateThatWritesTheTimeHasNoKey() {
        for (const char* format : {"%H:%M", "%-I %p", "%c", "%Y-%m-%d %X"})
            QVERIFY2(!keyAt(kNoon, std::string("{{ strftime_now('") + format + "') }}{{ messages }}"), format);
    }

    // Two rows are as quickly made as 2 * 65536 bytes are read.
    void fewRowsOfALargeFileHaveNoKey() {
        const std::string lines(2 * 65536 - std::string_view(kRows).size(), '\n');
        m_config.data.train = {m_run->file("large.jsonl", kRows + lines)};
        m_config.data.train[0].limit = 2;
        QVERIFY(keyAt(kNoon, "{{ messages }}"));

        (void)m_run->file("large.jsonl", kRows + lines + "\n");

        QVERIFY(!keyAt(kNoon, "{{ messages }}"));
        m_config.data.train[0].limit = 0;
        QVERIFY(keyAt(kNoon, "{{ messages }}"));
    }

    void aTokenizerOfNoFilesHasNoKey() {
        struct OfNoFiles : Tokenizer {
            Encoding encode(std::string_view, SpecialTokens) const override { return {}; }
            std::string decode(std::span<const TokenId>, SpecialText) const override { return {}; }
            std::string piece(TokenId) const override { return {}; }
            std::optional<TokenId> idOf(std::string_view) const override { return {}; }
            std::int64_t size() const override { return 0; }
            bool isSpecial(TokenId) const override { return false; }
        };

        QVERIFY(!tokenKey(m_config, {.tokenizer = std::make_shared<OfNoFiles>()}, kNoon));
    }

private:
    std::optional<std::string> keyAt(std::time_t now, const std::string& source) const {
        return tokenKey(
            m_config, {.tokenizer = Tokenizer::load(m_run->model()), .chatTemplate = ChatTemplate::parse(source)}, now);
    }

    std::unique_ptr<CachedRun> m_run;
    RunConfig m_config;
};

FETTLE_TEST(TokenKeyTest)
#include "token_key_test.moc"
