#include "core/base/files.h"
#include "core/base/log.h"
#include "tests/support/test_main.h"

#include <fcntl.h>
#include <unistd.h>

using namespace fettle;

namespace {

// What is said for people goes nowhere.
class QuietStderr {
public:
    QuietStderr() : m_kept(::dup(STDERR_FILENO)) {
        const int nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, STDERR_FILENO);
        ::close(nowhere);
    }
    ~QuietStderr() {
        ::dup2(m_kept, STDERR_FILENO);
        ::close(m_kept);
    }

private:
    int m_kept;
};

} // namespace

class LogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesGoToTheFileWhileTheCopyLives() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("engine.log").toStdString();

        const QuietStderr quiet;

        {
            const LogCopy copy(file);
            logLine("note: first");
        }
        logLine("note: not this one");
        {
            const LogCopy copy(file);
            logLine("note: second");
        }

        const QString text = QString::fromStdString(readFile(file));
        const QRegularExpression lines(R"(\A\d{4}-\d\d-\d\dT[\d:]{8}Z note: first\n\S{20} note: second\n\z)");
        QVERIFY2(lines.match(text).hasMatch(), qPrintable(text));
    }

    void aFileThatCannotBeWrittenIsLeftAlone() {
        const QuietStderr quiet;
        const LogCopy copy("/nonexistent/engine.log");
        logLine("note: only here");
    }
};

FETTLE_TEST(LogTest)
#include "log_test.moc"
