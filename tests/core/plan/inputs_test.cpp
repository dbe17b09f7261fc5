#include "core/plan/inputs.h"

#include "core/base/files.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

namespace {

// A run of pocket on some rows of one text.
class TempRows {
public:
    explicit TempRows(const std::string& row) { write("rows.jsonl", row + "\n" + row + "\n" + row + "\n"); }

    std::string write(const char* name, const std::string& text) const {
        const std::string file = m_folder.filePath(name).toStdString();
        writeFileAtomically(file, text);
        return file;
    }

    [[nodiscard]] RunConfig config(const std::string& chatTemplate = {}) const {
        RunConfig config;
        config.data.train = {{.path = m_folder.filePath("rows.jsonl").toStdString()}};
        config.data.validationSplit = 0;
        if (!chatTemplate.empty()) config.data.chatTemplate = chatTemplate;
        return config;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class InputsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreCutToWhatTheModelKnows() {
        const QTemporaryDir folder;
        const std::string rows = folder.filePath("rows.jsonl").toStdString();
        std::string text;
        for (int i = 0; i < 700; ++i)
            text += "a dog ";
        writeFileAtomically(rows, Json{{"text", text}}.dump() + "\n");
        RunConfig config;
        config.data.train = {{.path = rows}};
        config.data.maxLength = 4096;

        const RunInputs inputs = readInputs(config);

        QCOMPARE(inputs.architecture.maxPositions, std::int64_t{512});
        QCOMPARE(inputs.data.train.counts.cut, std::int64_t{1});
        QCOMPARE(inputs.data.train.counts.tokens, std::int64_t{512});
    }

    // Pocket: 2048 tokens, 192 wide, a tied head. LoRA trains three more rows, which both matrices share.
    void addedTokensCountAndAreNamed() {
        const TempRows rows(
            R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]})");
        const RunConfig plain = rows.config(), changed = rows.config("llama3");

        const Plan before = makePlan(plain, readInputs(plain), {}), after = makePlan(changed, readInputs(changed), {});

        QCOMPARE(after.addedTokens,
                 (std::vector<std::string>{"<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"}));
        QCOMPARE(after.parametersTrained - before.parametersTrained, std::int64_t{3 * 192});
        QCOMPARE(after.parametersTotal - before.parametersTotal,
                 std::int64_t{2 * 3 * 192}); // the base's and the adapter's
    }

    void theEndOfTheTurnIsTrained() {
        const TempRows rows(
            R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]})");

        const RunInputs inputs = readInputs(rows.config("llama3"));

        const Answer& answer = inputs.data.train.rows.front().answers.front();
        QCOMPARE(answer.ids.back(), TokenId{2050});
        QVERIFY(answer.trained.back());
        QCOMPARE(inputs.text.tokenizer->eosId(), std::optional<TokenId>(2050));
    }

    void aKindWithoutRowsForTokensIsRefused_data() {
        QTest::addColumn<QByteArray>("adapter");
        QTest::newRow("IA3") << QByteArray(R"({"kind": "ia3"})");
        QTest::newRow("prefix") << QByteArray(R"({"kind": "prefix_tuning"})");
    }
    void aKindWithoutRowsForTokensIsRefused() {
        QFETCH(QByteArray, adapter);
        const TempRows rows(R"({"text": "a"})");
        RunConfig config = rows.config();
        config.model.addSpecialTokens = {"<|sep|>"};
        config.adapter = parseRunConfig({{"adapter", parseJson(adapter.toStdString(), "adapter")}}).adapter;
        const RunInputs inputs = readInputs(config);

        const Error error = errorOf([&] { (void)makePlan(config, inputs, {}); });

        QCOMPARE(error.kind, ErrorKind::BadConfig);
        QCOMPARE(error.facts.at("key"), std::string("adapter.kind"));
    }

    void aMarkerOfAFileThatNoTokenIsIsWarnedOf() {
        const TempRows rows(
            R"({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]})");
        const std::string file =
            rows.write("own.jinja", "{% for m in messages %}<|turn|>{{ m['content'] }}{{ eos_token }}{% endfor %}");
        RunConfig config = rows.config(file);

        const auto isMarker = [](const ConfigProblem& each) { return each.key == "data.chat_template"; };
        const Plan plan = makePlan(config, readInputs(config), {});
        config.model.addSpecialTokens = {"<|turn|>"};
        const Plan named = makePlan(config, readInputs(config), {});

        QCOMPARE(std::ranges::count_if(plan.warnings, isMarker), 1);
        QCOMPARE(std::ranges::count_if(named.warnings, isMarker), 0);
        QCOMPARE(named.addedTokens, (std::vector<std::string>{"<|turn|>"}));
    }
};

FETTLE_TEST(InputsTest)
#include "inputs_test.moc"
