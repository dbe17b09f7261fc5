#include "core/base/files.h"
#include "core/config/run_config.h"
#include "core/run/event_log.h"
#include "core/run/run_folder.h"
#include "core/run/run_history.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace fettle;

namespace {

RunHistory historyOf(const std::vector<std::string>& lines) {
    HistoryReader reader;
    for (const std::string& line : lines)
        reader.line(line);
    return reader.history();
}

std::string step(int number, double loss) {
    return toLine({{"type", "step"}, {"step", number}, {"loss", loss}});
}

} // namespace

class RunHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The folder of a run comes from anywhere; a pipe in it that nobody writes to must not hold the reader for ever.
    void pipesInARunAreRefused() {
        const QTemporaryDir folder;
        const RunFolder run(folder.path().toStdString());
        for (const auto& file : {run.eventsFile(), run.configFile()})
            QCOMPARE(::mkfifo(file.c_str(), 0600), 0);

        QVERIFY_EXCEPTION_THROWN((void)readHistory(run.eventsFile()), Error);
        QVERIFY_EXCEPTION_THROWN((void)readRunConfig(run.configFile()), Error);
    }

    void keepsEventsByType() {
        const RunHistory history = historyOf(
            {R"({"type":"started","resumed_from":0})", step(1, 2.5), R"({"type":"evaluation","step":1,"eval_loss":2})",
             R"({"type":"sample","step":1})", R"({"type":"checkpoint","step":1})", R"({"type":"warning","kind":"x"})",
             R"({"type":"of_the_future"})", R"({"type":"ended","reason":"finished"})"});

        QCOMPARE(history.steps.size(), std::size_t(1));
        QCOMPARE(history.evaluations.size(), std::size_t(1));
        QCOMPARE(history.samples.size(), std::size_t(1));
        QCOMPARE(history.checkpoints.size(), std::size_t(1));
        QCOMPARE(history.warnings.size(), std::size_t(1));
        QCOMPARE(history.ended.at("reason").get<std::string>(), std::string("finished"));
        QCOMPARE(history.brokenLines, 0);
    }

    void resumeDiscardsWhatLiesAboveIt() {
        const RunHistory history = historyOf(
            {R"({"type":"started","resumed_from":0})", step(1, 1.0), step(2, 2.0), step(3, 3.0),
             R"({"type":"evaluation","step":2})", R"({"type":"evaluation","step":3})", R"({"type":"sample","step":3})",
             R"({"type":"ended","reason":"stopped"})", R"({"type":"started","resumed_from":2})", step(3, 30.0)});

        QCOMPARE(history.steps.size(), std::size_t(3));
        QCOMPARE(history.steps.at(2).at("loss").get<double>(), 30.0);
        QCOMPARE(history.evaluations.size(), std::size_t(1));
        QVERIFY(history.samples.empty());
        QCOMPARE(history.started.at("resumed_from").get<int>(), 2);
        QVERIFY(history.ended.is_null());
    }

    void startFromNothingDiscardsEverything() {
        QVERIFY(historyOf({step(1, 1.0), R"({"type":"started"})"}).steps.empty());
    }

    void failureEndsARun() {
        QCOMPARE(historyOf({R"({"type":"failed","kind":"out_of_memory"})"}).ended.at("kind").get<std::string>(),
                 std::string("out_of_memory"));
    }

    void brokenLinesAreCounted() {
        const RunHistory history =
            historyOf({"", "{", "[]", "7", R"({"no":"type"})", R"({"type":3})", R"({"type":"step"})",
                       R"({"type":"step","step":"x"})", "\xff\xfe", std::string(100000, '['), step(1, 1.0)});

        QCOMPARE(history.brokenLines, 10);
        QCOMPARE(history.steps.size(), std::size_t(1));
    }

    void partialLastLineIsLeftOut() {
        writeFileAtomically(file(), step(1, 1.0) + "\n" + step(2, 1.0));

        const RunHistory history = readHistory(file());

        QCOMPARE(history.steps.size(), std::size_t(1));
        QCOMPARE(history.brokenLines, 0);
    }

    void hundredThousandLinesAreReadInSeconds() {
        std::string text;
        for (int i = 1; i <= 100000; ++i)
            text += step(i, 1.0 / i) + "\n";
        writeFileAtomically(file(), text);
        QElapsedTimer clock;
        clock.start();

        const RunHistory history = readHistory(file());

        QCOMPARE(history.steps.size(), std::size_t(100000));
        QVERIFY2(clock.elapsed() < 10000, qPrintable(QString::number(clock.elapsed())));
    }

private:
    std::filesystem::path file() { return std::filesystem::path(m_folder.path().toStdString()) / "events.jsonl"; }
    QTemporaryDir m_folder;
};

FETTLE_TEST(RunHistoryTest)
#include "run_history_test.moc"
