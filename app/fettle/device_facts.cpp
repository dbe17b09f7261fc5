#include "app/fettle/device_facts.h"

#include "app/fettle/child_output.h"
#include "app/fettle/torch_runtime.h"
#include "core/base/error.h"
#include "core/base/files.h"

namespace fettle::cli {

DeviceFacts factsOfDevice(const std::string& device) {
    if (device == "cpu" || (device == "auto" && !hasNvidiaDriver())) return cpuFacts();
    const std::string listed = childOutput({programPath().string(), "devices", "--json"});
    if (!listed.empty()) return deviceFacts(parseJson(listed, "The list of devices"), device);
    if (device == "auto") return cpuFacts();
    throw Error{ErrorKind::DeviceMissing,
                "The GPUs of this machine cannot be listed.",
                "`fettle devices` says why; the device \"cpu\" always works.",
                {{"device", device}}};
}

} // namespace fettle::cli
