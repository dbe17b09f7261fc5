#include "app/engine/session.h"
#include "core/device/device.h"
#include "core/ops/selftest.h"

#include <algorithm>
#include <cstdio>

namespace fettle::engine {

namespace {

void run(const std::string& device, int threads, const Session& session) {
    setThreads(threads);
    const auto results = ops::selftest(resolveDevice(device));
    for (const ops::SelftestResult& result : results) {
        if (session.json) {
            session.output.line(Json{{"name", result.name},
                                     {"passed", result.passed},
                                     {"worst", result.worst},
                                     {"tolerance", result.tolerance},
                                     {"detail", result.detail}});
            continue;
        }
        char text[200];
        std::snprintf(text, sizeof text, "%-6s %-56s %.2e of %.0e", result.passed ? "ok" : "FAILED",
                      result.name.c_str(), result.worst, result.tolerance);
        session.output.line(std::string(text));
    }
    const auto passed = std::count_if(results.begin(), results.end(), [](const auto& r) { return r.passed; });
    const auto failed = std::ssize(results) - passed;
    const std::string summary = std::to_string(passed) + " passed, " + std::to_string(failed) + " failed";
    session.output.line(session.json ? toLine(Json{{"passed", passed}, {"failed", failed}}) : summary);
    if (failed > 0)
        throw Error{ErrorKind::Internal, summary + ".",
                    "This build gives wrong numbers on this device: do not train with it."};
}

} // namespace

void addSelftest(CLI::App& app, Session& session) {
    auto device = std::make_shared<std::string>("cpu");
    auto threads = std::make_shared<int>(0);
    CLI::App* verb = addVerb(app, "selftest");
    verb->add_option("--device", *device)->capture_default_str();
    verb->add_option("--threads", *threads)->capture_default_str();
    verb->callback([device, threads, &session] { run(*device, *threads, session); });
}

} // namespace fettle::engine
