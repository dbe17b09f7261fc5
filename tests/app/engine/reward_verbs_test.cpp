// A reward model as its user trains it, asks it, and lets it choose.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/support/pocket_run.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

class RewardVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        Json run = pocketRun(QString::fromStdString((resourceFolder() / "pocket/data/preferences.jsonl").string()), 2);
        run["data"]["train"][0]["limit"] = 16;
        run["objective"] = {{"kind", "reward"}};
        std::filesystem::create_directories(m_folder.filePath("run").toStdString());
        writeText(m_folder.filePath("run/config.json"), QByteArray::fromStdString(run.dump()));
        QCOMPARE(fettle::test::fettle({"train", m_folder.filePath("run")}).exitCode, 0);
        writeText(m_folder.filePath("rows.jsonl"), kRows);
    }

    void eachRowHasItsScore() {
        const Ended ended = score({"--adapter", adapter()});

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.lines().size(), 2);
        QVERIFY(ended.json(0).at("reward").get<double>() != ended.json(1).at("reward").get<double>());
    }

    void mergedItScoresTheSame() {
        const QString merged = m_folder.filePath("merged");
        QCOMPARE(fettle::test::fettle(
                     {"merge", "--model", "pocket", "--adapter", adapter(), "--out", merged, "--dtype", "float32"})
                     .exitCode,
                 0);

        const Ended apart = score({"--adapter", adapter()}), whole = score({}, merged);

        QCOMPARE(whole.exitCode, 0);
        for (const int row : {0, 1})
            QVERIFY(std::abs(whole.json(row).at("reward").get<double>() - apart.json(row).at("reward").get<double>()) <
                    1e-5);
    }

    void theBestOfSeveralAnswersHasTheHighestScore() {
        const Ended ended = generate({"--best-of", "4", "--reward", adapter(), "--temperature", "1"});

        QCOMPARE(ended.exitCode, 0);
        const Json result = ended.json(ended.lines().size() - 1);
        QCOMPARE(result.at("candidates").size(), std::size_t{4});
        for (const Json& candidate : result.at("candidates")) {
            QVERIFY(candidate.at("reward").get<double>() <= result.at("reward").get<double>());
            if (candidate.at("reward") == result.at("reward")) QCOMPARE(candidate.at("text"), result.at("text"));
        }
    }

    void misuseIsSaid_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<std::string>("kind");
        QTest::newRow("a reward model that shall write")
            << QStringList{"--adapter", adapter()} << std::string("bad_usage");
        QTest::newRow("a judge that writes")
            << QStringList{"--best-of", "2",        "--temperature",
                           "1",         "--reward", QString::fromStdString((resourceFolder() / "pocket").string())}
            << std::string("bad_usage");
        QTest::newRow("equal answers") << QStringList{"--best-of", "2", "--temperature", "0", "--reward", adapter()}
                                       << std::string("bad_usage");
    }
    void misuseIsSaid() {
        QFETCH(QStringList, arguments);
        QFETCH(std::string, kind);

        const Ended ended = generate(arguments);

        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.error().at("kind").get<std::string>(), kind);
    }

private:
    static constexpr const char* kRows = R"({"prompt": "Once upon", "completion": " a time"}
{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}]}
)";

    [[nodiscard]] QString adapter() const { return m_folder.filePath("run/adapter"); }
    [[nodiscard]] Ended score(const QStringList& more, const QString& model = "pocket") const {
        return fettle::test::fettle(
            QStringList{"score", "--model", model, "--file", m_folder.filePath("rows.jsonl"), "--json"} + more);
    }
    [[nodiscard]] static Ended generate(const QStringList& more) {
        return fettle::test::fettle(
            QStringList{"generate", "--model", "pocket", "--prompt", "Once upon", "--max-tokens", "8", "--json"} +
            more);
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(RewardVerbsTest)
#include "reward_verbs_test.moc"
