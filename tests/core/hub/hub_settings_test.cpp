#include "core/base/files.h"
#include "core/hub/answer.h"
#include "core/hub/hub_settings.h"
#include "core/hub/retry.h"
#include "tests/core/hub/hub_model.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;
using namespace std::chrono_literals;

// The environment, and the small rules of a download.
class HubSettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        for (const char* name : {"HF_ENDPOINT", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH", "HF_HOME",
                                 "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "XDG_CACHE_HOME", "HF_HUB_OFFLINE",
                                 "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_IMPLICIT_TOKEN"})
            qunsetenv(name);
        qputenv("HOME", m_home.path().toUtf8());
    }

    void withoutAnythingItIsTheHub() {
        const HubSettings settings = hubSettings();

        QCOMPARE(settings.endpoint, std::string("https://huggingface.co"));
        QCOMPARE(settings.cache, home() / ".cache/huggingface/hub");
        QVERIFY(settings.token.empty());
        QVERIFY(!settings.isOffline);
    }

    void theCacheIsWhereItIsSaid() {
        qputenv("XDG_CACHE_HOME", "/x");
        QCOMPARE(hubCacheFolder(), std::filesystem::path("/x/huggingface/hub"));
        qputenv("HF_HOME", "~/h");
        QCOMPARE(hubCacheFolder(), home() / "h/hub");
        qputenv("HF_HUB_CACHE", "/c");
        QCOMPARE(hubCacheFolder(), std::filesystem::path("/c"));
    }

    void theTokenIsThatOfTheEnvironmentThenOfTheFile() {
        makeFolder(home() / ".cache/huggingface");
        writeFileAtomically(home() / ".cache/huggingface/token", "hf_file\n");

        QCOMPARE(hubSettings().token, std::string("hf_file"));
        qputenv("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1");
        QCOMPARE(hubSettings().token, std::string());
        qputenv("HF_TOKEN", " hf_environment\n");
        QCOMPARE(hubSettings().token, std::string("hf_environment"));
        std::filesystem::remove(home() / ".cache/huggingface/token");
    }

    void endpointsNeedNoSlash() {
        qputenv("HF_ENDPOINT", "https://mirror.example/");

        QCOMPARE(hubSettings().endpoint, std::string("https://mirror.example"));
    }

    void offlineIsSaidInSeveralWays() {
        for (const char* value : {"1", "true", "YES", "on"}) {
            qputenv("HF_HUB_OFFLINE", value);
            QVERIFY2(hubSettings().isOffline, value);
        }
        qputenv("HF_HUB_OFFLINE", "0");
        QVERIFY(!hubSettings().isOffline);
    }

    // FIPS 180-4's example, and `printf w | git hash-object --stdin`.
    void hashesAreThoseOfTheStandards() {
        QCOMPARE(sha256Of("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(gitHashOf("w"), std::string("6bf0c97a7f84620a0bb4cf6380ec307748e043bd"));
    }

    void delaysDouble() {
        const RetryRules rules;

        QCOMPARE(delayAfter(1, {}, rules), 1000ms);
        QCOMPARE(delayAfter(3, {}, rules), 4000ms);
        QCOMPARE(delayAfter(1000, {}, rules), 30'000ms);
        QCOMPARE(delayAfter(1, 55s, rules), 55'000ms);
        QCOMPARE(delayAfter(1, 86'400s, rules), 300'000ms);
    }

    void headsAreRead() {
        Answer answer;
        for (const char* line : {"HTTP/1.1 302 Found\r\n", "X-Error-Code: GatedRepo\r\n", "HTTP/2 429\r\n",
                                 "RateLimit: \"api\";r=0;t=55\r\n", "content-RANGE: bytes 7-9/10\r\n", "\r\n"})
            answer.takeHeader(line);

        QCOMPARE(answer.status, 429L);
        QVERIFY(answer.errorCode.empty()); // of the answer before
        QCOMPARE(answer.askedFor, std::optional(55s));
        QCOMPARE(answer.rangeStart, std::optional<std::uint64_t>(7));
    }

private:
    std::filesystem::path home() const { return m_home.path().toStdString(); }
    QTemporaryDir m_home;
};

FETTLE_TEST(HubSettingsTest)
#include "hub_settings_test.moc"
