#include "ui/models/run_summaries.h"

#include "ui/models/kept_summaries.h"
#include "ui/models/run_stamp.h"

#include <QHash>

#include <algorithm>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

bool isLater(const RunSummary& a, const RunSummary& b) {
    return a.since != b.since ? a.since > b.since : a.folder < b.folder;
}

void keep(const fs::path& file, const std::vector<RunSummary>& runs) {
    try {
        keepSummaries(file, runs);
    } catch (const Error&) { // the next start takes longer
    }
}

} // namespace

fs::path privateFolder(const QString& runsFolder) {
    return fs::path(runsFolder.toStdString()) / ".fettle";
}

std::vector<RunSummary> readSummaries(const QString& folder, const std::vector<RunSummary>& known,
                                      const CancelFlag& flag) {
    const fs::path keptFile = privateFolder(folder) / "summaries.json";
    const std::vector<RunSummary> kept = known.empty() ? readKeptSummaries(keptFile) : known;
    QHash<QString, const RunSummary*> before;
    for (const RunSummary& run : kept)
        before.insert(run.folder, &run);
    std::vector<RunSummary> runs;
    bool isNew = false;
    std::error_code absent; // nothing was trained yet
    for (const auto& entry : fs::directory_iterator(folder.toStdString(), absent)) {
        flag.throwIfRequested();
        const RunStamp stamp(RunFolder{entry.path()});
        if (!stamp.isRun) continue;
        const QString path = QString::fromStdString(entry.path().string());
        const RunSummary* old = before.value(path, nullptr);
        // An ended run with the same files says the same; the others may have lost their engine.
        const bool isSame = old != nullptr && old->stamp == stamp.value && !isActive(old->state);
        try {
            runs.push_back(isSame ? *old : summaryOf(readRun(path)));
            isNew = isNew || !isSame;
        } catch (const Error&) { // removed meanwhile, or not ours to read
        }
    }
    std::ranges::sort(runs, isLater);
    if (isNew || runs.size() != kept.size()) keep(keptFile, runs);
    return runs;
}

} // namespace fettle::ui
