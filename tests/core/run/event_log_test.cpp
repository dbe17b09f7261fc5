#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <cmath>
#include <fcntl.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace fettle;

class EventLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNumberAtItsLimitIsNotCountedOn() {
        writeFileAtomically(file(), "{\"seq\": 9223372036854775807, \"type\": \"step\"}\n");
        EventLog log(file());

        log.append({{"type", "step"}});

        QCOMPARE(linesOfFile().at(1).at("seq").get<int>(), 1);
    }

    // Opening a pipe that nobody reads from waits for ever.
    void aPipeIsNoLog() {
        QCOMPARE(::mkfifo(file().c_str(), 0600), 0);
        const int reader = ::open(file().c_str(), O_RDONLY | O_NONBLOCK);
        for (const bool isRead : {true, false}) {
            if (!isRead) ::close(reader);
            try {
                const EventLog log(file());
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind, ErrorKind::FileAccess);
                QCOMPARE(error.facts.at("is"), std::string("a pipe"));
            }
        }
    }

    void eventIsOneNumberedLine() {
        EventLog log(file());

        log.append({{"type", "step"}, {"step", 1}, {"loss", std::nan("")}});

        const auto lines = linesOfFile();
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].at("v").get<int>(), 1);
        QCOMPARE(lines[0].at("seq").get<int>(), 1);
        QVERIFY(lines[0].at("time").get<double>() >= 0);
        QCOMPARE(lines[0].at("type").get<std::string>(), std::string("step"));
        QCOMPARE(lines[0].at("loss").get<std::string>(), std::string("nan"));
    }

    void sequenceGoesOnOverRestarts() {
        EventLog(file()).append({{"type", "started"}});

        EventLog(file()).append({{"type", "started"}});

        QCOMPARE(linesOfFile().at(1).at("seq").get<int>(), 2);
    }

    void partialLastLineIsCut() {
        writeFileAtomically(file(), "{\"seq\": 7, \"type\": \"step\"}\n{\"seq\": 8, \"ty");

        EventLog(file()).append({{"type", "started"}});

        QCOMPARE(linesOfFile().size(), std::size_t(2));
        QCOMPARE(linesOfFile().at(1).at("seq").get<int>(), 8);
    }

    void fileWithoutACompleteLineStartsAnew() {
        writeFileAtomically(file(), "{\"seq\": 8");

        EventLog(file()).append({{"type", "started"}});

        QCOMPARE(linesOfFile().at(0).at("seq").get<int>(), 1);
    }

    void garbageAtTheEndIsPassedOver() {
        writeFileAtomically(file(), "{\"seq\": 7}\n\x01garbage\n[]\n\n{\"seq\": \"x\"}\n");

        std::string line;
        EventLog log(file(), [&line](const std::string& text) { line = text; });
        log.append({{"type", "started"}});

        QCOMPARE(parseJson(line, "line").at("seq").get<int>(), 8);
    }

    void mirrorGetsTheSameLine() {
        std::string mirrored;
        EventLog log(file(), [&mirrored](const std::string& line) { mirrored += line; });

        log.append({{"type", "paused"}});
        log.sync();

        QCOMPARE(readFile(file()), mirrored + "\n");
    }

    void fullDiskLeavesOnlyWholeLines() {
        EventLog log(file());
        log.append({{"type", "step"}});
        const std::string before = readFile(file());
        {
            const FileSizeLimit limit(before.size() + 10);

            try {
                log.append({{"type", "step"}});
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind, ErrorKind::DiskFull);
            }
        }
        QCOMPARE(readFile(file()), before);
        log.append({{"type", "step"}});
        QCOMPARE(linesOfFile().at(1).at("seq").get<int>(), 2);
    }

    void missingFolderIsAnError() { QVERIFY_EXCEPTION_THROWN(EventLog{"/nonexistent/events.jsonl"}, Error); }

private:
    // Writes beyond the limit are cut short, as on a full disk.
    class FileSizeLimit {
    public:
        explicit FileSizeLimit(std::size_t bytes) {
            ::getrlimit(RLIMIT_FSIZE, &m_before);
            const rlimit limit{bytes, m_before.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

    private:
        rlimit m_before{};
    };

    std::filesystem::path file() { return std::filesystem::path(m_folder->path().toStdString()) / "events.jsonl"; }
    std::vector<Json> linesOfFile() {
        std::istringstream text(readFile(file()));
        std::vector<Json> lines;
        for (std::string line; std::getline(text, line);)
            lines.push_back(parseJson(line, "line"));
        return lines;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

FETTLE_TEST(EventLogTest)
#include "event_log_test.moc"
