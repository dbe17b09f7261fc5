#include "tests/support/temp_run.h"

#include "core/base/files.h"

namespace fettle::test {

std::string TempRun::writeRows(const std::string& name, const Json& rows) const {
    std::string text;
    for (const Json& row : rows)
        text += row.dump() + "\n";
    const std::filesystem::path file = path() / name;
    writeFileAtomically(file, text);
    return file.string();
}

void TempRun::configure(Json config) const {
    config["device"] = "cpu";
    config["threads"] = 1;
    makeFolder(m_folder.path());
    writeJson(m_folder.configFile(), config);
}

RunHistory TempRun::train(const std::function<bool(const Json& event)>& watch) const {
    CancelFlag stop;
    CommandQueue commands(stop);
    EventLog log(m_folder.eventsFile(), [&](const std::string& line) {
        if (watch && watch(parseJson(line, "event"))) commands.push(StopCommand{});
    });
    runTraining(m_folder, log, commands);
    return readHistory(m_folder.eventsFile());
}

} // namespace fettle::test
