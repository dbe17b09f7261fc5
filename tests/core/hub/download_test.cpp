#include "core/base/file_lock.h"
#include "core/base/files.h"
#include "tests/core/hub/hub_model.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::string kWeights = [] {
    std::string bytes;
    for (unsigned i = 0; i < 60'000; ++i)
        bytes += static_cast<char>(i * i % 251);
    return bytes;
}();
const std::map<std::string, std::string> kFiles = {{"config.json", "{}"}, {"model.safetensors", kWeights}};

bool isWeights(const HubRequest& request) {
    return request.path.ends_with("/model.safetensors");
}

std::string weightsOf(const GotRepo& got) {
    return readFile(got.snapshot / "model.safetensors");
}

} // namespace

// Servers and networks that fail, and what comes of it.
class DownloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("no_proxy", "127.0.0.1,localhost"); }

    void aCutTransferGoesOnWhereItEnded() {
        HubModel hub(kFiles, [](const HubRequest& request, int nth) -> std::optional<HubReply> {
            if (!isWeights(request) || nth > 2) return std::nullopt;
            return HubReply{.body = kWeights, .cutAfter = 10'000};
        });

        const GotRepo got = hub.get();

        QCOMPARE(weightsOf(got), kWeights);
        std::vector<std::size_t> starts;
        for (const HubRequest& request : hub.server().requests())
            if (isWeights(request)) starts.push_back(request.rangeStart());
        QCOMPARE(starts, (std::vector<std::size_t>{0, 10'000, 20'000, 30'000}));
    }

    void aLaterStartGoesOnWithTheFile() {
        HubModel hub(kFiles);
        makeFolder(hub.incomplete("model.safetensors").parent_path());
        writeFileAtomically(hub.incomplete("model.safetensors"), kWeights.substr(0, 25'000));

        const GotRepo got = hub.get();

        QCOMPARE(weightsOf(got), kWeights);
        QCOMPARE(got.downloaded, std::uint64_t{60'000 - 25'000 + 2}); // and config.json
        QVERIFY(!std::filesystem::exists(hub.incomplete("model.safetensors")));
    }

    void whatIsWholeAlreadyIsNotAskedFor() {
        HubModel hub(kFiles);
        makeFolder(hub.incomplete("model.safetensors").parent_path());
        writeFileAtomically(hub.incomplete("model.safetensors"), kWeights);

        QCOMPARE(weightsOf(hub.get()), kWeights);
        QCOMPARE(hub.get().downloaded, std::uint64_t{0});

        QCOMPARE(hub.requestsOf("model.safetensors"), std::size_t{0});
        QCOMPARE(hub.requestsOf("config.json"), std::size_t{1});
    }

    void aDamagedBeginningIsFetchedAgain_data() {
        QTest::addColumn<std::string>("beginning");
        QTest::newRow("other bytes") << std::string(25'000, 'x');
        QTest::newRow("whole, other bytes") << std::string(60'000, 'x');
        QTest::newRow("too long") << std::string(70'000, 'x');
    }
    void aDamagedBeginningIsFetchedAgain() {
        QFETCH(std::string, beginning);
        HubModel hub(kFiles);
        makeFolder(hub.incomplete("model.safetensors").parent_path());
        writeFileAtomically(hub.incomplete("model.safetensors"), beginning);

        QCOMPARE(weightsOf(hub.get()), kWeights);
    }

    // What a server says in its first answer or answers; the next ones are right.
    void serversThatFailAreAskedAgain_data() {
        QTest::addColumn<HubReply>("reply");
        QTest::newRow("429") << HubReply{.status = 429};
        QTest::newRow("503") << HubReply{.status = 503, .body = "busy"};
        QTest::newRow("500") << HubReply{.status = 500};
        QTest::newRow("no answer") << HubReply{.body = "", .claimedLength = 60'000, .cutAfter = 0};
        QTest::newRow("claims more than it sends") << HubReply{.body = kWeights, .claimedLength = 90'000};
        QTest::newRow("claims less than it has")
            << HubReply{.body = kWeights.substr(0, 30'000), .claimedLength = 30'000, .knowsRanges = false};
        QTest::newRow("sends too much") << HubReply{.body = kWeights + "more", .knowsRanges = false};
        QTest::newRow("sends other bytes") << HubReply{.body = std::string(60'000, 'x')};
        QTest::newRow("another range") << HubReply{
            .status = 206, .body = kWeights.substr(5), .headers = {{"Content-Range", "bytes 5-59999/60000"}}};
    }
    void serversThatFailAreAskedAgain() {
        QFETCH(HubReply, reply);
        HubModel hub(kFiles, [&](const HubRequest& request, int nth) {
            return isWeights(request) && nth == 0 ? std::optional(reply) : std::nullopt;
        });

        QCOMPARE(weightsOf(hub.get()), kWeights);
    }

    void aServerWithoutRangesSendsTheWholeAgain() {
        HubModel hub(kFiles, [](const HubRequest& request, int nth) -> std::optional<HubReply> {
            if (!isWeights(request)) return std::nullopt;
            return HubReply{.body = kWeights, .cutAfter = nth == 0 ? 20'000 : std::string::npos, .knowsRanges = false};
        });

        QCOMPARE(weightsOf(hub.get()), kWeights);
    }

    // The hub's file became shorter than what is there of it: a range behind its end.
    void aRangeThatCannotBeServedBeginsAnew() {
        HubModel hub(kFiles, [](const HubRequest& request, int) -> std::optional<HubReply> {
            if (!isWeights(request) || request.rangeStart() == 0) return std::nullopt;
            return HubReply{.status = 416};
        });
        makeFolder(hub.incomplete("model.safetensors").parent_path());
        writeFileAtomically(hub.incomplete("model.safetensors"), kWeights.substr(0, 25'000));

        QCOMPARE(weightsOf(hub.get()), kWeights);
        QCOMPARE(hub.requestsOf("model.safetensors"), std::size_t{2});
    }

    void aServerThatNeverRecoversIsAnError_data() {
        QTest::addColumn<HubReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<std::size_t>("attempts");
        QTest::newRow("503") << HubReply{.status = 503} << ErrorKind::HubUnreachable << std::size_t{6};
        QTest::newRow("always cut at one place") << HubReply{.body = kWeights, .cutAfter = 10, .knowsRanges = false}
                                                 << ErrorKind::HubUnreachable << std::size_t{6};
        QTest::newRow("other bytes") << HubReply{.body = std::string(60'000, 'x')} << ErrorKind::BadFile
                                     << std::size_t{2};
        QTest::newRow("gone") << HubReply{.status = 404, .headers = {{"X-Error-Code", "EntryNotFound"}}}
                              << ErrorKind::HubNotFound << std::size_t{1};
    }
    void aServerThatNeverRecoversIsAnError() {
        QFETCH(HubReply, reply);
        QFETCH(ErrorKind, kind);
        QFETCH(std::size_t, attempts);
        HubModel hub(kFiles, [&](const HubRequest& request, int) {
            return isWeights(request) ? std::optional(reply) : std::nullopt;
        });

        const Error error = errorOf([&] { (void)hub.get(); });

        QCOMPARE(error.kind, kind);
        QVERIFY(!error.hint.empty());
        QCOMPARE(hub.requestsOf("model.safetensors"), attempts);
        QVERIFY(!std::filesystem::exists(hub.cache() / "models--o--n/refs/main"));
    }

    void theTokenStaysWithItsHost() {
        HubServer other([](const HubRequest&) { return HubReply{.body = kWeights}; });
        HubModel hub(kFiles, [&](const HubRequest& request, int) -> std::optional<HubReply> {
            if (!isWeights(request)) return std::nullopt;
            return HubReply{.status = 302, .headers = {{"Location", other.endpoint() + "/blob"}}};
        });
        HubSettings settings = hub.settings();
        settings.token = "hf_secret";

        QCOMPARE(weightsOf(getRepo({.repo = {.name = "o/n"}}, settings)), kWeights);

        for (const HubRequest& request : hub.server().requests())
            QCOMPARE(request.headers.at("authorization"), std::string("Bearer hf_secret"));
        QCOMPARE(other.requests().size(), std::size_t{1});
        QVERIFY(!other.requests().front().headers.contains("authorization"));
    }

    void aRenamedRepositoryIsFollowed() {
        HubModel hub(kFiles, [](const HubRequest& request, int) -> std::optional<HubReply> {
            const std::size_t at = request.path.find("/old/name/");
            if (at == std::string::npos) return std::nullopt;
            return HubReply{
                .status = 307,
                .headers = {{"Location", request.path.substr(0, at) + "/o/n/" + request.path.substr(at + 10)}}};
        });
        HubSettings settings = hub.settings();
        settings.token = "hf_secret";

        QCOMPARE(weightsOf(getRepo({.repo = {.name = "old/name"}}, settings)), kWeights);
        QCOMPARE(hub.server().requests().back().headers.at("authorization"), std::string("Bearer hf_secret"));
    }

    void filesComeSideBySide() {
        HubModel hub({{"config.json", "{}"}, {"tokenizer.json", "[]"}, {"model.safetensors", kWeights}});
        hub.server().holdUntil(3);

        QCOMPARE(hub.get().files.size(), std::size_t{3});
        QCOMPARE(hub.server().mostTogether(), std::size_t{3});
    }

    void progressCountsBytesAndNeverFalls() {
        HubModel hub(kFiles, [](const HubRequest& request, int nth) -> std::optional<HubReply> {
            if (!isWeights(request) || nth > 0) return std::nullopt;
            return HubReply{.body = std::string(60'000, 'x')}; // is thrown away
        });
        std::vector<std::int64_t> done;

        (void)hub.get({.repo = {.name = "o/n"}}, {.progress = [&](std::int64_t bytes, std::int64_t total) {
                          QCOMPARE(total, std::int64_t{60'002});
                          done.push_back(bytes);
                      }});

        QVERIFY(std::ranges::is_sorted(done));
        QCOMPARE(done.front(), std::int64_t{0});
        QCOMPARE(done.back(), std::int64_t{60'002});
    }

    void aCancelledDownloadKeepsWhatCame() {
        CancelFlag stop;
        HubModel hub(kFiles, [&](const HubRequest& request, int nth) -> std::optional<HubReply> {
            if (!isWeights(request)) return std::nullopt;
            if (nth == 1) stop.request();
            return HubReply{.body = kWeights, .cutAfter = 10'000};
        });

        QVERIFY_EXCEPTION_THROWN((void)hub.get({.repo = {.name = "o/n"}}, {.stop = &stop}), Cancelled);

        QVERIFY(readFile(hub.incomplete("model.safetensors")).size() >= 10'000);
    }

    void twoAtATimeDoNotShareAFile() {
        HubModel hub(kFiles);
        const auto lock = hub.cache() / ".locks/models--o--n" / (sha256Of(kWeights) + ".lock");
        makeFolder(lock.parent_path());
        const auto held = FileLock::tryOn(lock);

        QCOMPARE(errorOf([&] { (void)hub.get(); }).kind, ErrorKind::Busy);
    }

    void aFullDiskIsSeenBefore() {
        HubModel hub(kFiles, [](const HubRequest& request, int) -> std::optional<HubReply> {
            if (!request.path.starts_with("/api/")) return std::nullopt;
            const Json siblings = {{{"rfilename", "model.safetensors"},
                                    {"size", std::int64_t{1} << 60},
                                    {"lfs", {{"sha256", std::string(64, '0')}}}}};
            return HubReply{.body = Json{{"sha", kCommit}, {"siblings", siblings}}.dump()};
        });

        const Error error = errorOf([&] { (void)hub.get(); });

        QCOMPARE(error.kind, ErrorKind::DiskFull);
        QCOMPARE(error.facts.at("needed"), std::to_string(std::int64_t{1} << 60));
        QCOMPARE(hub.requestsOf("model.safetensors"), std::size_t{0});
    }

    void aHubThatIsNotThereIsToldAtOnce() {
        std::string endpoint;
        {
            const HubServer gone([](const HubRequest&) { return HubReply{}; });
            endpoint = gone.endpoint();
        }
        const QTemporaryDir cache;

        const Error error = errorOf([&] {
            (void)getRepo({.repo = {.name = "o/n"}}, {.endpoint = endpoint, .cache = cache.path().toStdString()});
        });

        QCOMPARE(error.kind, ErrorKind::HubUnreachable);
        QVERIFY(error.hint.find("HF_ENDPOINT") != std::string::npos);
    }
};

FETTLE_TEST(DownloadTest)
#include "download_test.moc"
