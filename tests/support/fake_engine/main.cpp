// fake-engine VERB ...: plays $FETTLE_FAKE_SCRIPTS/VERB, else what a well-behaved engine would do. One order a line:
//   print TEXT      on stdout, as it is          log TEXT      on stderr
//   partial TEXT    without a line's end         garbage N     lines that are no JSON
//   begin N         the start of a run of N      steps TO [MS] step events, obeying commands
//   evaluate, sample, checkpoint                 end REASON    its result and last event
//   flood N         step events, obeying nothing hold          until stdin ends
//   event JSON      into the run's log as well   chat [N]      a server (chat_player.h) with a context of N
//   crash SIGNAL    exit CODE                    sleep         until a signal ends it

#include "core/base/files.h"
#include "tests/support/fake_engine/chat_player.h"
#include "tests/support/fake_engine/train_player.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <unistd.h>

namespace {

using namespace fettle;
using namespace fettle::fake;

void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

std::string defaultScript(const std::string& verb) {
    if (verb == "train")
        return "begin 20\nsteps 10\nevaluate\nsample\nsteps 20\nevaluate\nsample\ncheckpoint\nend finished\n";
    if (verb == "chat") return "chat\n";
    if (verb == "devices")
        return R"(print {"devices":[{"device":"cpu","name":"Fake CPU","cores":2,"memory_bytes":24000000000,)"
               R"("available_bytes":20000000000,"precisions":{"float32":"native","bfloat16":"native"}}]})"
               "\n";
    if (verb == "merge")
        return R"(print {"type":"progress","phase":"merging","done":0,"total":1})"
               "\n"
               R"(print {"out":"merged","dtype":"bfloat16","top1_agreement":1.0,"max_logprob_gap":0.0125,"positions":40})"
               "\n";
    return R"(print {"error":{"kind":"bad_usage","facts":{},"message":"No such verb.","hint":"See --help."}})"
           "\nexit 2\n";
}

std::string scriptOf(const std::string& verb) {
    const char* folder = std::getenv("FETTLE_FAKE_SCRIPTS");
    const std::filesystem::path file = std::filesystem::path(folder != nullptr ? folder : "") / verb;
    return folder != nullptr && std::filesystem::exists(file) ? readFile(file) : defaultScript(verb);
}

class Player {
public:
    explicit Player(const char* folder) {
        if (folder != nullptr) m_train.emplace(folder);
    }

    // False: the run was stopped, which ends the script.
    [[nodiscard]] bool play(const std::string& order, const std::string& rest) {
        if (order == "print") print(rest + "\n");
        if (order == "partial") print(rest);
        if (order == "log") std::fprintf(stderr, "%s\n", rest.c_str());
        if (order == "garbage") garbage(std::stoi(rest));
        if (order == "flood") flood(std::stoll(rest));
        if (order == "crash") crash(std::stoi(rest));
        if (order == "exit") std::exit(std::stoi(rest));
        if (order == "hold") hold();
        if (order == "sleep") ::pause();
        if (order == "chat") playChat(rest.empty() ? 512 : std::stoi(rest));
        return !m_train || playTrain(order, rest);
    }

private:
    [[nodiscard]] bool playTrain(const std::string& order, const std::string& rest) {
        if (order == "begin") m_train->begin(std::stoll(rest));
        if (order == "evaluate") m_train->evaluate();
        if (order == "sample") m_train->sample();
        if (order == "checkpoint") m_train->checkpoint();
        if (order == "end") m_train->end(rest.c_str());
        if (order == "event") m_train->event(parseJson(rest, "event"));
        if (order != "steps") return true;
        std::istringstream words(rest);
        std::int64_t last = 0;
        int milliseconds = 0;
        words >> last >> milliseconds;
        return m_train->steps(last, milliseconds);
    }

    static void garbage(int count) {
        for (int i = 0; i < count; ++i)
            print("garbage " + std::to_string(i) + " {\"type\": \xff\n");
    }

    static void flood(std::int64_t count) {
        for (std::int64_t i = 1; i <= count; ++i)
            std::printf(
                "{\"v\":1,\"seq\":%lld,\"time\":%.3f,\"type\":\"step\",\"step\":%lld,\"epoch\":0.5,\"loss\":%.4f,"
                "\"grad_norm\":0.5,\"learning_rate\":2e-4,\"tokens\":%lld,\"tokens_per_second\":4000.0,"
                "\"memory_bytes\":84000000}\n",
                static_cast<long long>(1000000 + i), 0.001 * static_cast<double>(i), static_cast<long long>(i),
                2.0 / (1 + 0.001 * static_cast<double>(i)), static_cast<long long>(100 * i));
        std::fflush(stdout);
    }

    static void hold() {
        Input input;
        while (!input.isAtEnd())
            (void)input.next(-1);
    }

    [[noreturn]] static void crash(int signal) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        std::abort();
    }

    std::optional<TrainPlayer> m_train;
};

} // namespace

int main(int argc, char** argv) {
    const std::string verb = argc > 1 ? argv[1] : "";
    Player player(verb == "train" && argc > 2 ? argv[2] : nullptr);
    std::istringstream script(scriptOf(verb));
    for (std::string line; std::getline(script, line);) {
        const std::size_t space = line.find(' ');
        const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
        if (!player.play(line.substr(0, space), rest)) return 0;
    }
    return 0;
}
