#include "tests/app/fettle/program.h"
#include "tests/core/hub/hub_model.h"

#include <QDir>

using namespace fettle;
using fettle::test::Ended;
using fettle::test::HubModel;

// `get` in front of a hub on the loopback, and what the other verbs then find.
class GetVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aModelIsFetchedAndFoundByItsName() {
        HubModel hub(pocketFiles());

        const Ended got = fettle({"get", "o/n", "--json"}, hub);

        QVERIFY2(got.exitCode == 0, got.out + got.err);
        const Json result = got.json(got.lines().size() - 1);
        QCOMPARE(result.at("commit").get<std::string>(), test::kCommit);
        QCOMPARE(result.at("downloaded"), result.at("bytes"));
        const Json last = got.json(got.lines().size() - 2);
        QCOMPARE(last.at("type").get<std::string>(), std::string("progress"));
        QCOMPARE(last.at("phase").get<std::string>(), std::string("downloading"));
        QCOMPARE(last.at("done"), result.at("bytes"));

        const Json models = fettle({"models", "--json"}, hub).json().at("models");
        QCOMPARE(models.at(1).at("name").get<std::string>(), std::string("o/n"));
        QVERIFY(models.at(1).at("usable").get<bool>());
        QCOMPARE(fettle({"tokenize", "--model", "o/n", "--text", "A lamp"}, hub).out,
                 fettle({"tokenize", "--model", "pocket", "--text", "A lamp"}, hub).out);
    }

    void forPeopleItSaysWhereItLies() {
        HubModel hub({{"train.jsonl", "{}"}, {"test.jsonl", "{}"}});

        const Ended got = fettle({"get", "o/n", "--dataset", "--split", "train"}, hub);

        QVERIFY(got.err.isEmpty());
        QVERIFY(got.out.contains("1 files") && got.out.contains("snapshots"));
        QVERIFY(got.out.trimmed().endsWith("train.jsonl"));
    }

    void whatTheHubRefusesIsOneLine() {
        HubModel hub({}, [](const test::HubRequest&, int) {
            return test::HubReply{.status = 401, .headers = {{"X-Error-Code", "GatedRepo"}}};
        });

        const Ended got = fettle({"get", "o/n", "--json"}, hub);

        QCOMPARE(got.exitCode, 1);
        QCOMPARE(got.lines().size(), 1);
        QCOMPARE(got.error().at("kind").get<std::string>(), std::string("hub_refused"));
        QCOMPARE(got.error().at("facts").at("page").get<std::string>(), hub.server().endpoint() + "/o/n");
    }

    void aModelThatIsNotFetchedYetIsAHint() {
        HubModel hub({});

        const Ended ended = fettle({"tokenize", "--model", "o/n", "--text", "x", "--json"}, hub);

        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("file_not_found"));
        QCOMPARE(ended.error().at("hint").get<std::string>(), std::string("Fetch it with: fettle get o/n"));
    }

    void splitsAreForDataSets() {
        HubModel hub({});

        QCOMPARE(fettle({"get", "o/n", "--split", "train"}, hub).exitCode, 2);
    }

private:
    static Ended fettle(const QStringList& arguments, const HubModel& hub) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HF_ENDPOINT", QString::fromStdString(hub.settings().endpoint));
        environment.insert("HF_HUB_CACHE", QString::fromStdString(hub.cache().string()));
        environment.insert("XDG_DATA_HOME", QString::fromStdString(hub.cache().string()));
        environment.insert("no_proxy", "127.0.0.1");
        environment.remove("HF_TOKEN");
        environment.remove("HF_HUB_OFFLINE");
        return test::run(QStringLiteral(FETTLE_BINARIES "/fettle"), arguments, environment);
    }

    static std::map<std::string, std::string> pocketFiles() {
        std::map<std::string, std::string> files;
        const QDir pocket(QStringLiteral(FETTLE_SOURCE "/resources/pocket"));
        for (const QFileInfo& file : pocket.entryInfoList(QDir::Files)) {
            QFile content(file.filePath());
            if (content.open(QIODevice::ReadOnly))
                files[file.fileName().toStdString()] = content.readAll().toStdString();
        }
        return files;
    }
};

FETTLE_TEST(GetVerbTest)
#include "get_verb_test.moc"
