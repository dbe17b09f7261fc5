#include "core/base/files.h"
#include "tests/app/fettle/program.h"
#include "tests/support/byte_model.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace fettle;
using namespace fettle::test;

// Where `fettle plan` keeps its tokens, and that it finds them.
class PlanCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        writeByteModel(path("model"));
        writeText(m_folder->filePath("rows.jsonl"), R"({"prompt": "one", "completion": "1"}
broken
{"prompt": "two", "completion": "2"}
)");
        writeJson(path("run.json"), {{"model", {{"path", path("model").string()}}},
                                     {"data", {{"train", {{{"path", path("rows.jsonl").string()}}}}}}});
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("HOME", m_folder->filePath("home"));
        m_environment.remove("XDG_CACHE_HOME");
        m_environment.remove("FETTLE_CACHE");
    }

    void aSecondPlanFindsTheTokensOfTheFirst() {
        m_environment.insert("FETTLE_CACHE", m_folder->filePath("cache"));
        const Ended first = plan();
        const auto written = nodeOf(onlyFileIn("cache/tokens"));

        const Ended second = plan();

        QCOMPARE(dataOf(second), dataOf(first));
        QCOMPARE(nodeOf(onlyFileIn("cache/tokens")), written); // made again, it would be another file
    }

    void tokensLieInTheCacheOfThePerson() {
        (void)plan();

        QVERIFY(!onlyFileIn("home/.cache/fettle/tokens").empty());
    }

    void xdgCacheHomeIsFollowed() {
        m_environment.insert("XDG_CACHE_HOME", m_folder->filePath("xdg"));

        (void)plan();

        QVERIFY(!onlyFileIn("xdg/fettle/tokens").empty());
        QVERIFY(!std::filesystem::exists(path("home")));
    }

    void anEmptyFettleCacheKeepsNothing() {
        m_environment.insert("FETTLE_CACHE", "");

        (void)plan();

        QVERIFY(!std::filesystem::exists(path("home")));
    }

    void aCacheThatCannotBeWrittenIsWorthALine() {
        m_environment.insert("FETTLE_CACHE", "");
        const Ended without = plan();
        m_environment.insert("FETTLE_CACHE", m_folder->filePath("rows.jsonl"));

        const Ended ended = plan();

        QCOMPARE(dataOf(ended), dataOf(without));
        QCOMPARE(ended.err.count('\n'), 1);
        QVERIFY(ended.err.startsWith("note: "));
    }

    // For root, who may write everywhere, one more second plan.
    void aReadOnlyCacheIsStillRead() {
        m_environment.insert("FETTLE_CACHE", m_folder->filePath("cache"));
        const Ended first = plan();
        std::filesystem::permissions(path("cache/tokens"), std::filesystem::perms(0500));

        const Ended second = plan();

        std::filesystem::permissions(path("cache/tokens"), std::filesystem::perms(0700));
        QCOMPARE(dataOf(second), dataOf(first));
        QCOMPARE(second.err, QByteArray());
    }

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const { return m_folder->filePath(name).toStdString(); }

    [[nodiscard]] Ended plan() const {
        const Ended ended = run(QStringLiteral(FETTLE_BINARIES "/fettle"),
                                {"plan", m_folder->filePath("run.json"), "--json"}, m_environment);
        if (ended.exitCode != 0) qFatal("%s", ended.err.constData());
        return ended;
    }

    // What a plan says of the data; the memory that is free differs from moment to moment.
    static Json dataOf(const Ended& plan) {
        Json data;
        for (const char* key : {"rows", "problems", "tokens", "tokens_per_epoch", "longest_micro_batch_tokens"})
            data[key] = plan.json().at(key);
        return data;
    }

    [[nodiscard]] std::filesystem::path onlyFileIn(const char* folder) const {
        const QDir all(m_folder->filePath(folder));
        const QStringList names = all.entryList(QDir::Files | QDir::Hidden);
        return names.size() == 1 ? all.filePath(names[0]).toStdString() : std::string();
    }

    static ino_t nodeOf(const std::filesystem::path& file) {
        struct stat info {};
        return ::stat(file.c_str(), &info) == 0 ? info.st_ino : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

FETTLE_TEST(PlanCacheTest)
#include "plan_cache_test.moc"
