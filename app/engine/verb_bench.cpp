#include "app/engine/session.h"
#include "core/bench/bench.h"
#include "core/device/device.h"

#include <cstdio>

namespace fettle::engine {

namespace {

struct Options {
    std::string device = "auto", dtype = "auto";
    int threads = 0;
};

void run(const Options& options, const Session& session) {
    const at::Device device = resolveDevice(options.device);
    setThreads(options.threads);
    runBench({.device = device, .compute = resolveCompute(options.dtype, device)}, [&](const Json& result) {
        if (session.json) return session.output.line(result);
        session.output.line(result.at("case").get<std::string>());
        for (const auto& [key, value] : result.items()) {
            char text[96];
            if (value.is_number()) {
                std::snprintf(text, sizeof text, "    %-28s %.4g", key.c_str(), value.get<double>());
                session.output.line(std::string(text));
            }
        }
    });
}

} // namespace

void addBench(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "bench");
    verb->add_option("--device", options->device)->capture_default_str();
    verb->add_option("--dtype", options->dtype, "Type of weights and products")->capture_default_str();
    verb->add_option("--threads", options->threads)->capture_default_str();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
