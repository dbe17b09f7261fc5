#include "app/engine/session.h"
#include "core/device/device.h"

namespace fettle::engine {

namespace {

std::string describe(const Json& device) {
    std::string text = device.value("device", "") + ": " + device.value("name", "");
    for (const auto& [key, value] : device.items())
        if (key != "device" && key != "name")
            text += "\n    " + key + ": " + (value.is_string() ? value.get<std::string>() : toLine(value));
    return text + "\n";
}

} // namespace

void addDevices(CLI::App& app, Session& session) {
    CLI::App* verb = addVerb(app, "devices");
    verb->callback([&session] {
        const Json devices = describeDevices();
        if (session.json) return session.output.line(devices);
        for (const Json& device : devices.at("devices"))
            session.output.text(describe(device));
    });
}

} // namespace fettle::engine
