#include "app/common/engine_verbs.h"
#include "tests/app/fettle/program.h"

using namespace fettle;
using fettle::test::Ended;

class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskBehindTheOutputIsAnError() {
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(QStringLiteral(FETTLE_BINARIES "/fettle"), {"config", "--describe"});
        QVERIFY(process.waitForFinished(-1));

        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("no space is left"));
    }

    void helpListsEveryVerb() {
        const Ended help = test::fettle({"--help"});

        QCOMPARE(help.exitCode, 0);
        for (const char* verb : {"config", "models", "get", "plan", "tokenize", "render"})
            QVERIFY2(help.out.contains(verb), verb);
        for (const cli::VerbSummary& verb : cli::kEngineVerbs)
            QVERIFY2(help.out.contains(QByteArray(verb.help.data(), static_cast<qsizetype>(verb.help.size()))),
                     verb.name.data());
    }

    void versionIsPrinted() {
        const Ended version = test::fettle({"--version"});

        QCOMPARE(version.exitCode, 0);
        QVERIFY(version.out.startsWith("fettle "));
    }

    void badUsageExitsWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown verb") << QStringList{"dance"};
        QTest::newRow("unknown option") << QStringList{"models", "--deep"};
        QTest::newRow("missing option") << QStringList{"tokenize", "--text", "x"};
        QTest::newRow("two inputs") << QStringList{"tokenize", "--model", "pocket", "--text", "x", "--ids", "1"};
        QTest::newRow("no number") << QStringList{"tokenize", "--model", "pocket", "--ids", "1,x"};
    }
    void badUsageExitsWithTwo() {
        QFETCH(QStringList, arguments);

        const Ended ended = test::fettle(arguments);

        QCOMPARE(ended.exitCode, 2);
        QVERIFY(ended.out.isEmpty());
        QVERIFY(ended.err.contains("--help"));
    }

    void badUsageForProgramsIsOneLine() {
        const Ended ended = test::fettle({"models", "--deep", "--json"});

        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.lines().size(), 1);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("bad_usage"));
        QVERIFY(ended.err.isEmpty());
    }
};

FETTLE_TEST(UsageTest)
#include "usage_test.moc"
