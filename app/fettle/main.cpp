#include "app/common/engine_verbs.h"
#include "app/fettle/run_engine.h"
#include "app/fettle/verbs.h"

using namespace fettle::cli;

int main(int argc, char** argv) {
    if (argc > 1 && isEngineVerb(argv[1])) return runEngine(argc, argv);

    Session session;
    CLI::App app{"Fettle fine-tunes language models on this machine.", "fettle"};
    for (const auto add : {addConfig, addModels, addGet, addPlan, addLint, addTokenize, addRender})
        add(app, session);
    for (const VerbSummary& verb : kEngineVerbs)
        app.add_subcommand(std::string(verb.name), std::string(verb.help));
    return runProgram(app, argc, argv, session);
}
