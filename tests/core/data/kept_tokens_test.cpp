#include "core/data/cache/kept_tokens.h"

#include "core/base/content_hash.h"
#include "tests/core/data/cached_run.h"
#include "tests/support/test_main.h"

#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <sys/stat.h>

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr const char* kChats =
    R"({"messages": [{"role": "user", "content": "one"}, {"role": "assistant", "content": "1"}]}
broken
{"messages": [{"role": "user", "content": "no answer"}]}
{"messages": [{"role": "user", "content": "two"}, {"role": "assistant", "content": "a long answer that is cut"}]}
{"messages": [{"role": "user", "content": "three"}, {"role": "assistant", "content": "3"}]}
)";
constexpr const char* kPairs = R"({"prompt": "one", "chosen": "1", "rejected": "2"}
{"prompt": "only", "completion": "one answer"}
{"prompt": "two", "chosen": "2", "rejected": "a longer answer"}
)";
constexpr const char* kJudged = R"({"prompt": "one", "completion": "1", "label": true}
{"prompt": "two", "completion": "3", "label": false}
{"prompt": "three", "completion": "3"}
)";
constexpr const char* kCompletions = R"({"prompt": "one", "completion": "1"}
{"prompt": "two", "completion": "2"}
)";
constexpr const char* kList = R"([{"text": "one"}, {"text": 2}, {"text": "three"}])";

constexpr std::int64_t kIds = 258;

// Tokens of ids below kIds.
PreparedData smallData(const std::string& path) {
    PreparedData data;
    data.train.rows = {{.prompt = {1, 2},
                        .answers = {{{3, 257}, {0, 1}}, {{4}, {1}}},
                        .origin = {path, 7, false},
                        .isDesirable = false,
                        .margin = 0.25}};
    data.train.counts = {.read = 3, .used = 1, .dropped = 2, .cut = 1, .tokens = 5, .trainedTokens = 2};
    data.validation.problems = {{.origin = {path, 8}, .reason = "It is bad.", .hint = "Mend it."}};
    data.formats = {{path, "text"}};
    return data;
}

} // namespace

class KeptTokensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_run = std::make_unique<CachedRun>(); }

    void whatIsFoundIsWhatWasMade_data() {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("config");
        QTest::newRow("conversations, cut, dropped and broken rows")
            << kChats << R"({"data": {"max_length": 60, "validation_split": 0.3}})";
        QTest::newRow("everything trained") << kChats << R"({"data": {"train_on": "everything"}})";
        QTest::newRow("pairs") << kPairs << R"({"objective": {"kind": "dpo"}})";
        QTest::newRow("judged answers") << kJudged << R"({"objective": {"kind": "kto"}})";
        QTest::newRow("completions") << kCompletions << R"({"data": {"separator": " = "}})";
        QTest::newRow("pre-training in bins")
            << kCompletions << R"({"objective": {"kind": "pretrain"}, "data": {"separator": "|", "packing": true,
                   "packing_strategy": "wrapped", "max_length": 8}})";
        QTest::newRow("a list of rows") << kList << R"({"data": {"validation_split": 0}})";
    }

    void whatIsFoundIsWhatWasMade() {
        QFETCH(QString, content);
        QFETCH(QString, config);
        RunConfig run = parseRunConfig(Json::parse(config.toStdString()));
        run.data.train = {m_run->file("rows.json", content.toStdString())};

        const auto made = m_run->prepare(run), found = m_run->prepare(run);

        QVERIFY(!made.isFound && found.isFound);
        QVERIFY(made.data == m_run->prepareWithoutCache(run));
        QVERIFY(found.data == made.data);
        QVERIFY(made.data.train.counts.used > 0);
    }

    void filesKeepTheirPlaces() {
        RunConfig run = runOn({m_run->file("a.jsonl", kChats), m_run->file("a.jsonl", kChats),
                               m_run->file("b.json", kList), m_run->file("c/b.json", kList)});
        run.data.validation = {m_run->file("b.json", kList), m_run->file("d.jsonl", kCompletions)};
        run.data.train[3].format = "text";

        const auto made = m_run->prepare(run), found = m_run->prepare(run);

        QVERIFY(!made.isFound && found.isFound);
        QVERIFY(found.data == made.data);
        QCOMPARE(found.data.formats.size(), std::size_t{4});
    }

    // The same names and contents; but here one path is told twice, there it is two.
    void onePathTwiceIsNotTwoPaths() {
        RunConfig run = runOn({m_run->file("a.json", kList), m_run->file("a.json", kList)});
        (void)m_run->prepare(run);

        run.data.train[1] = m_run->file("c/a.json", kList);

        const auto made = m_run->prepare(run);
        QVERIFY(made.data == m_run->prepareWithoutCache(run));
    }

    void dataThatChangeMeanwhileAreNotKept() {
        const RunConfig run = runOn({m_run->file("a.jsonl", kChats)});
        const auto writeOther = [&](std::int64_t, std::int64_t) { (void)m_run->file("a.jsonl", kCompletions); };
        (void)prepareData(run, Tokenizer::load(m_run->model()), ChatTemplate::load(m_run->model()), 0,
                          {.progress = writeOther}, m_run->cache());

        (void)m_run->file("a.jsonl", kChats);

        QVERIFY(!m_run->prepare(run).isFound);
    }

    void otherBytesAreAsGoodAsNoFile() {
        keep("key", smallData(path()));
        const std::string sound = readFile(onlyFile());

        for (std::size_t at = 0; at < sound.size(); ++at) {
            std::string changed = sound;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            overwrite(changed);
            QVERIFY2(!find("key"), std::to_string(at).c_str());
            overwrite(sound.substr(0, at));
            QVERIFY2(!find("key"), std::to_string(at).c_str());
        }
        overwrite(sound);
        QVERIFY(find("key") == smallData(path()));
    }

    // Whoever forges a file makes its hash as well.
    void noContentIsTooWrong() {
        keep("key", smallData(path()));
        const std::string content = contentOf(readFile(onlyFile()));

        for (std::size_t at = 0; at < content.size(); ++at) {
            overwrite(withHash(content.substr(0, at)));
            QVERIFY2(!find("key"), std::to_string(at).c_str());
            std::string changed = content;
            changed[at] = '\xFF';
            overwrite(withHash(changed));
            (void)find("key"); // found or not
        }
        overwrite(withHash(content + "x"));
        QVERIFY(!find("key"));
    }

    void rowsThatNoTokenizerMakesAreNotFound() {
        for (const auto& spoil : std::vector<std::function<void(TokenizedExample&)>>{
                 [](auto& row) { row.prompt[0] = -1; }, [](auto& row) { row.answers[1].ids[0] = 258; },
                 [](auto& row) { row.answers[0].trained.pop_back(); }, [](auto& row) { row.answers.clear(); }}) {
            PreparedData data = smallData(path());
            spoil(data.train.rows[0]);

            keep("key", data);

            QVERIFY(!find("key"));
        }
    }

    void anotherKeyUnderTheSameNameIsAnotherKey() {
        keep("key", smallData(path()));
        const auto first = onlyFile();
        const std::string content = readFile(first);
        keep("other key", {.train = {}, .formats = {{path(), "text"}}});
        for (const auto& entry : std::filesystem::directory_iterator(m_run->cache().folder))
            writeFileAtomically(entry.path(), content);

        QVERIFY(find("key"));
        QVERIFY(!find("other key"));
    }

    void theLeastRecentlyUsedMakesRoom() {
        const auto cacheOf = [&](std::uint64_t files) {
            return TokenCache{m_run->cache().folder, files * std::filesystem::file_size(onlyFile())};
        };
        keep("key 1", smallData(path()));
        const TokenCache roomForTwo = cacheOf(2);
        keepTokens(roomForTwo, "key 2", m_data, smallData(path()));
        QVERIFY(find("key 1")); // and used last

        keepTokens(roomForTwo, "key 3", m_data, smallData(path()));

        QVERIFY(find("key 1") && find("key 3"));
        QVERIFY(!find("key 2"));
    }

    // A time of last use to come: one that the system's own book-keeping (relatime) leaves alone.
    void whatIsFoundIsUsedNow() {
        keep("key", smallData(path()));
        const timespec inAnHour[2] = {{.tv_sec = std::time(nullptr) + 3600}, {.tv_nsec = UTIME_OMIT}};
        QCOMPARE(::utimensat(AT_FDCWD, onlyFile().c_str(), inAnHour, 0), 0);

        QVERIFY(find("key"));

        struct stat file {};
        QCOMPARE(::stat(onlyFile().c_str(), &file), 0);
        QVERIFY(file.st_atim.tv_sec < inAnHour[0].tv_sec);
    }

    void whatFindsNoRoomIsNotWritten() {
        keepTokens({m_run->cache().folder, 19}, "key", m_data, smallData(path())); // 5 ids of 4 bytes

        QVERIFY(!std::filesystem::exists(m_run->cache().folder));
    }

    void tokensAreTheirOwnersAlone() {
        keep("key", smallData(path()));

        struct stat file {
        }, folder{};
        QCOMPARE(::stat(onlyFile().c_str(), &file) + ::stat(m_run->cache().folder.c_str(), &folder), 0);
        QCOMPARE(file.st_mode & 0777u, 0600u);
        QCOMPARE(folder.st_mode & 0777u, 0700u);
    }

    void aStopIsHeardWhileTokensAreFoundAndKept() {
        keep("key", smallData(path()));
        CancelFlag stop;
        stop.request();
        const Work work{.stop = &stop};

        QVERIFY_THROWS_EXCEPTION(Cancelled, (void)findTokens(m_run->cache(), "key", m_data, kIds, work));
        QVERIFY_THROWS_EXCEPTION(Cancelled, keepTokens(m_run->cache(), "2", m_data, smallData(path()), work));
        QVERIFY(find("key"));
        (void)onlyFile(); // nothing half written is left
    }

    void aFolderThatCannotBeIsAnError() {
        const TokenCache inAFile{std::filesystem::path(m_data.train[0].path) / "cache"};

        QVERIFY_THROWS_EXCEPTION(Error, keepTokens(inAFile, "key", m_data, smallData(path())));
        QVERIFY(!findTokens(inAFile, "key", m_data, kIds));
    }

private:
    [[nodiscard]] std::string path() const { return m_data.train[0].path; }
    void keep(const std::string& key, const PreparedData& data) const { keepTokens(m_run->cache(), key, m_data, data); }
    [[nodiscard]] std::optional<PreparedData> find(const std::string& key) const {
        return findTokens(m_run->cache(), key, m_data, kIds);
    }
    [[nodiscard]] std::filesystem::path onlyFile() const {
        const std::filesystem::directory_iterator files(m_run->cache().folder);
        const auto file = files->path();
        if (std::distance(begin(files), end(files)) != 1) qFatal("not one file");
        return file;
    }
    void overwrite(const std::string& content) const { std::ofstream(onlyFile(), std::ios::binary) << content; }
    static std::string contentOf(const std::string& file) { return file.substr(0, file.size() - 8); }
    static std::string withHash(std::string content) {
        ContentHash hash;
        hash.add(content);
        const std::uint64_t value = hash.value();
        return content.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    std::unique_ptr<CachedRun> m_run;
    RowsOnDisk m_disk;
    const DataConfig m_data = runOn({m_disk.file("rows.jsonl", kCompletions)}).data;
};

FETTLE_TEST(KeptTokensTest)
#include "kept_tokens_test.moc"
