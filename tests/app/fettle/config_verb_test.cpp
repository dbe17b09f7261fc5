#include "tests/app/fettle/program.h"

#include <QTemporaryDir>

using namespace fettle;
using fettle::test::Ended;

class ConfigVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describesEveryField() {
        const Ended described = test::fettle({"config", "--describe", "--json"});

        QCOMPARE(described.exitCode, 0);
        const Json fields = described.json().at("fields");
        QVERIFY(fields.size() > 50);
        QCOMPARE(fields.at(0).at("key").get<std::string>(), std::string("version"));
    }

    void describesAsATableForPeople() {
        const Ended described = test::fettle({"config"});

        QVERIFY(described.out.startsWith("KEY"));
        QVERIFY(described.out.contains("optimizer.learning_rate"));
    }

    void misspeltKeyNamesTheNearest() {
        const Ended checked =
            test::fettle({"config", "--check", written(R"({"optimizer": {"learning_rte": 1}})"), "--json"});

        QCOMPARE(checked.exitCode, 1);
        QCOMPARE(checked.error().at("kind").get<std::string>(), std::string("bad_config"));
        QCOMPARE(checked.error().at("facts").at("nearest").get<std::string>(), std::string("optimizer.learning_rate"));
    }

    void errorForPeopleHasAHint() {
        const Ended checked = test::fettle({"config", "--check", written(R"({"optimizer": {"learning_rte": 1}})")});

        QCOMPARE(checked.exitCode, 1);
        QVERIFY(checked.out.isEmpty());
        QVERIFY(checked.err.contains("is not a known key"));
        QVERIFY(checked.err.contains("Did you mean"));
    }

    void warningsDoNotFail() {
        const QString file = written(R"({"data": {"train": [{"path": "a.jsonl"}]}, "schedule": {"kind": "constant"}})");

        const Ended checked = test::fettle({"config", "--check", file, "--json"});

        QCOMPARE(checked.exitCode, 0);
        const Json problem = checked.json().at("problems").at(0);
        QCOMPARE(problem.at("key").get<std::string>(), std::string("schedule.kind"));
        QCOMPARE(problem.at("level").get<std::string>(), std::string("warning"));
    }

    void whatCannotStartFails() {
        const Ended checked = test::fettle({"config", "--check", written("{}"), "--json"});

        QCOMPARE(checked.exitCode, 1);
        QCOMPARE(checked.json().at("problems").at(0).at("key").get<std::string>(), std::string("data.train"));
        QCOMPARE(checked.error().at("facts").at("key").get<std::string>(), std::string("data.train"));
    }

    void missingFileIsNamed() {
        const Ended checked = test::fettle({"config", "--check", "/nonexistent.json", "--json"});

        QCOMPARE(checked.exitCode, 1);
        QCOMPARE(checked.error().at("kind").get<std::string>(), std::string("file_not_found"));
    }

private:
    QString written(const QByteArray& text) {
        const QString file = m_folder.filePath("config.json");
        test::writeText(file, text);
        return file;
    }
    QTemporaryDir m_folder;
};

FETTLE_TEST(ConfigVerbTest)
#include "config_verb_test.moc"
