#include "app/engine/failure.h"
#include "app/engine/session.h"
#include "core/device/device.h"
#include "core/ops/plugin_tables.h"

#include <csignal>

using namespace fettle;
using namespace fettle::engine;

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    limitKernelCaches();
    loadCudaPlugin(PluginTables{}, kPluginAbi);
    installCountingAllocator();

    Session session{.output = cli::Output::apart()};
    CLI::App app{"Fettle's engine: the verbs that need LibTorch", "fettle"};
    app.require_subcommand(1);
    for (const auto add : {addDevices, addTrain, addChat, addGenerate, addScore, addEvaluate, addCompare, addSweep,
                           addTokenizerTrain, addMerge, addExport, addInspect, addSelftest, addBench, addDemo})
        add(app, session);
    return cli::runProgram(app, argc, argv, session, engine::translated);
}
