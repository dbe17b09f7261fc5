// The events that led to a checkpoint are on the disk before the checkpoint appears. The system's calls are watched:
// these definitions come before those of the C library.
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

#include <cstdio>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::vector<std::string> watchedCalls;

} // namespace

extern "C" int fdatasync(int descriptor) {
    char target[4096];
    const ssize_t size = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), target, sizeof target);
    watchedCalls.push_back("sync " + std::string(target, static_cast<std::size_t>(size > 0 ? size : 0)));
    return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}

extern "C" int rename(const char* from, const char* to) noexcept {
    watchedCalls.push_back(std::string("rename ") + to);
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

using namespace fettle;
using namespace fettle::test;

class SyncOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    static QString all() {
        QString text;
        for (const std::string& call : watchedCalls)
            text += QString::fromStdString(call) + "\n";
        return text;
    }

    void eventsAreOnTheDiskBeforeACheckpointAppears() {
        const TempRun run;
        const std::string rows = run.writeRows("rows.jsonl", Json::array({{{"text", "Once upon a time"}}}));
        run.configure({{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
                       {"data", {{"train", Json::array({{{"path", rows}}})}, {"validation_split", 0}}},
                       {"duration", {{"max_steps", 2}}},
                       {"precision", {{"compute", "float32"}}},
                       {"checkpoint", {{"every_steps", 1}}}});

        watchedCalls.clear();
        (void)run.train();

        int checkpoints = 0;
        for (std::size_t i = 1; i < watchedCalls.size(); ++i) {
            const std::string name = std::filesystem::path(watchedCalls[i].substr(7)).filename().string();
            if (!watchedCalls[i].starts_with("rename ") || !(name.starts_with("step-") || name == "adapter")) continue;
            ++checkpoints;
            QVERIFY2(watchedCalls[i - 1].ends_with("events.jsonl"), qPrintable(all()));
        }
        QCOMPARE(checkpoints, 3); // two steps and the result
    }
};

FETTLE_TEST(SyncOrderTest)
#include "sync_order_test.moc"
