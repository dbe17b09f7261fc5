#include "core/base/files.h"
#include "core/hub/repo_folder.h"
#include "tests/core/hub/hub_model.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace fs = std::filesystem;

namespace {

// A hub that answers its list of files like this.
HubModel listingThatSays(HubReply reply) {
    return HubModel({}, [reply](const HubRequest&, int) { return reply; });
}

HubReply refusal(int status, const std::string& code, const std::string& message = "") {
    return {.status = status, .headers = {{"X-Error-Code", code}, {"X-Error-Message", message}}};
}

QStringList namesOf(const GotRepo& got) {
    QStringList names;
    for (const HubFile& file : got.files)
        names << QString::fromStdString(file.path);
    names.sort();
    return names;
}

const std::map<std::string, std::string> kSingle = {{"config.json", "{}"}, {"model.safetensors", "w"}};

} // namespace

// What is fetched, where it lies, and what people are told.
class GetRepoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1,localhost"); }

    void itLiesWhereHuggingfaceHubLooks() {
        HubModel hub(kSingle);

        const GotRepo got = hub.get();

        const fs::path repo = hub.cache() / "models--o--n";
        QCOMPARE(got.snapshot, repo / "snapshots" / kCommit);
        QCOMPARE(readFile(repo / "refs/main"), kCommit);
        QCOMPARE(fs::read_symlink(got.snapshot / "model.safetensors"), fs::path("../../blobs") / gitHashOf("w"));
        QCOMPARE(readFile(got.snapshot / "model.safetensors"), std::string("w"));
        QCOMPARE(repoNameOf(got.snapshot), std::string("o/n"));
    }

    void onlyWhatIsNeededIsFetched() {
        HubModel hub({{"config.json", "{}"},
                      {"README.md", "x"},
                      {"generation_config.json", "{}"},
                      {"tokenizer.json", "{}"},
                      {"tokenizer_config.json", "{}"},
                      {"chat_template.jinja", "t"},
                      {"model.safetensors", "w"},
                      {"pytorch_model.bin", "p"},
                      {"onnx/model.onnx", "o"},
                      {"model-q4.gguf", "g"},
                      {"original/consolidated.safetensors", "c"}});

        QCOMPARE(namesOf(hub.get()), (QStringList{"chat_template.jinja", "config.json", "generation_config.json",
                                                  "model.safetensors", "tokenizer.json", "tokenizer_config.json"}));
    }

    void shardsAreThoseOfTheIndex() {
        const Json map = {{"a", "model-00001-of-00002.safetensors"}, {"b", "model-00002-of-00002.safetensors"}};
        HubModel hub({{"config.json", "{}"},
                      {"model.safetensors.index.json", Json{{"weight_map", map}}.dump()},
                      {"model-00001-of-00002.safetensors", "1"},
                      {"model-00002-of-00002.safetensors", "2"},
                      {"consolidated.safetensors", "all of it again"}});

        QCOMPARE(namesOf(hub.get()), (QStringList{"config.json", "model-00001-of-00002.safetensors",
                                                  "model-00002-of-00002.safetensors", "model.safetensors.index.json"}));
    }

    void aMissingShardIsAnError() {
        HubModel hub({{"config.json", "{}"},
                      {"model.safetensors.index.json", R"({"weight_map": {"a": "model-1.safetensors"}})"}});

        const Error error = errorOf([&] { (void)hub.get(); });

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QCOMPARE(error.facts.at("file"), std::string("model-1.safetensors"));
    }

    void aRepositoryWithoutSafetensorsIsAnError() {
        HubModel hub({{"config.json", "{}"}, {"pytorch_model.bin", "p"}});

        QCOMPARE(errorOf([&] { (void)hub.get(); }).kind, ErrorKind::BadModel);
    }

    void equalFilesAreOneBlob() {
        HubModel hub({{"config.json", "{}"}, {"tokenizer_config.json", "{}"}, {"model.safetensors", "w"}});

        const GotRepo got = hub.get();

        QCOMPARE(readFile(got.snapshot / "tokenizer_config.json"), std::string("{}"));
        QCOMPARE(hub.requestsOf("config.json") + hub.requestsOf("tokenizer_config.json"), std::size_t{1});
    }

    void aRevisionIsARefOfItsOwn() {
        HubModel hub(kSingle);

        (void)hub.get({.repo = {.name = "o/n", .revision = "refs/pr/1"}});

        QCOMPARE(readFile(hub.cache() / "models--o--n/refs/refs/pr/1"), kCommit);
        QVERIFY(hub.server().requests().front().path.starts_with("/api/models/o/n/revision/refs%2Fpr%2F1?"));
    }

    void refusalsSayWhatToDo_data() {
        QTest::addColumn<HubReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("hint");
        QTest::newRow("gated") << refusal(401, "GatedRepo") << ErrorKind::HubRefused << "Accept them";
        QTest::newRow("gated, logged in") << refusal(403, "GatedRepo") << ErrorKind::HubRefused << "Accept them";
        QTest::newRow("absent") << refusal(401, "RepoNotFound") << ErrorKind::HubNotFound << "--dataset";
        QTest::newRow("absent on a mirror") << HubReply{.status = 404} << ErrorKind::HubNotFound << "--dataset";
        QTest::newRow("revision") << refusal(404, "RevisionNotFound") << ErrorKind::HubNotFound << "branch";
        QTest::newRow("token") << refusal(401, "", "Invalid credentials in Authorization header")
                               << ErrorKind::HubRefused << "HF_TOKEN";
        QTest::newRow("forbidden") << refusal(403, "", "no rights") << ErrorKind::HubRefused << "no rights";
        QTest::newRow("broken") << HubReply{.status = 501} << ErrorKind::HubUnreachable << "later";
        QTest::newRow("no JSON") << HubReply{.body = "<html>"} << ErrorKind::BadFile << "";
        QTest::newRow("no list") << HubReply{.body = R"({"sha": "main"})"} << ErrorKind::BadFile << "HF_ENDPOINT";
    }
    void refusalsSayWhatToDo() {
        QFETCH(HubReply, reply);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, hint);
        HubModel hub = listingThatSays(reply);

        const Error error = errorOf([&] { (void)hub.get(); });

        QCOMPARE(error.kind, kind);
        QVERIFY2(error.hint.find(hint.toStdString()) != std::string::npos, error.hint.c_str());
    }

    void listsThatLeadElsewhereAreRefused_data() {
        QTest::addColumn<std::string>("path");
        for (const char* path : {"../config.json", "/etc/passwd", "a/../../b", "", "a//b", "./a", "a\\b"})
            QTest::newRow(path) << std::string(path);
    }
    void listsThatLeadElsewhereAreRefused() {
        QFETCH(std::string, path);
        const Json siblings = {{{"rfilename", path}, {"size", 1}, {"blobId", std::string(40, 'a')}}};
        HubModel hub = listingThatSays({.body = Json{{"sha", kCommit}, {"siblings", siblings}}.dump()});

        QCOMPARE(errorOf([&] { (void)hub.get(); }).kind, ErrorKind::BadFile);
    }

    void hashesThatAreNoneAreRefused() {
        const Json siblings = {{{"rfilename", "config.json"}, {"size", 1}, {"blobId", "../../x"}}};
        HubModel hub = listingThatSays({.body = Json{{"sha", kCommit}, {"siblings", siblings}}.dump()});

        QCOMPARE(errorOf([&] { (void)hub.get(); }).kind, ErrorKind::BadFile);
    }

    void namesThatAreNoneAreRefused_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name : {"a/b/c", "../a", "a--b/c", "o/n.git", "-a", "a b", "", "https://x/y"})
            QTest::newRow(name) << std::string(name);
    }
    void namesThatAreNoneAreRefused() {
        QFETCH(std::string, name);

        QCOMPARE(errorOf([&] { (void)getRepo({.repo = {.name = name}}, {}); }).kind, ErrorKind::BadUsage);
    }

    void offlineTheCacheAnswers() {
        HubModel hub(kSingle);
        HubSettings settings = hub.settings();
        settings.isOffline = true;
        const Error error = errorOf([&] { (void)getRepo({.repo = {.name = "o/n"}}, settings); });
        QCOMPARE(error.kind, ErrorKind::HubUnreachable);
        QVERIFY(hub.server().requests().empty());

        const GotRepo online = hub.get();
        const GotRepo offline = getRepo({.repo = {.name = "o/n"}}, settings);

        QCOMPARE(offline.snapshot, online.snapshot);
        QCOMPARE(namesOf(offline), namesOf(online));
        QCOMPARE(getRepo({.repo = {.name = "o/n", .revision = kCommit}}, settings).snapshot, online.snapshot);
    }
};

FETTLE_TEST(GetRepoTest)
#include "get_repo_test.moc"
