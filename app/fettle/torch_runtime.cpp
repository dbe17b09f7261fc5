#include "app/fettle/torch_runtime.h"

#include "app/fettle/child_output.h"
#include "core/base/files.h"
#include "core/base/json.h"

#include <cstdlib>
#include <dlfcn.h>
#include <functional>
#include <regex>
#include <vector>

namespace fettle::cli {

namespace fs = std::filesystem;

namespace {

struct Place {
    std::string name;
    std::function<fs::path()> folder; // empty: there is no such place
    bool isChosen = false;            // by the user, so that it must be right
};

fs::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

fs::path settingsFile() {
    const fs::path home = fromEnvironment("XDG_CONFIG_HOME");
    return (home.empty() ? fromEnvironment("HOME") / ".config" : home) / "fettle/settings.json";
}

fs::path fromSettings() {
    if (!fs::exists(settingsFile())) return {};
    const Json settings = readJson(settingsFile());
    const auto torch = settings.is_object() ? settings.find("torch") : settings.end();
    return torch != settings.end() && torch->is_string() ? torch->get<std::string>() : "";
}

fs::path runtimeFolder() {
    return dataHome() / "runtime";
}

fs::path besideProgram() {
    return programPath().parent_path().parent_path() / "lib/torch";
}

fs::path fromSourceTree() {
    for (fs::path folder = programPath().parent_path(); folder != folder.root_path(); folder = folder.parent_path())
        if (fs::exists(folder / ".deps") && fs::exists(folder / "packaging/bootstrap.sh")) return folder / ".deps";
    return {};
}

fs::path fromPython(const std::string& python) {
    constexpr const char* kWhere = "import sys, importlib.util as u\n"
                                   "sys.path = [p for p in sys.path if p]\n" // not the working directory
                                   "found = u.find_spec('torch')\n"
                                   "print(found.origin if found and found.origin else '')";
    if (python.empty()) return {};
    std::string output = childOutput({python, "-c", kWhere});
    while (!output.empty() && output.back() == '\n')
        output.pop_back();
    return fs::path(output).parent_path();
}

std::vector<Place> places() {
    return {{"FETTLE_TORCH", [] { return fromEnvironment("FETTLE_TORCH"); }, true},
            {settingsFile().string(), fromSettings, true},
            {"Fettle's runtime folder", runtimeFolder},
            {"the program's lib folder", besideProgram},
            {"the source tree", fromSourceTree},
            {"FETTLE_PYTHON", [] { return fromPython(fromEnvironment("FETTLE_PYTHON").string()); }},
            {"python3", [] { return fromPython("python3"); }}};
}

// libtorch_cpu of the wheel needs two CUDA libraries even where nothing runs on a GPU. The whole is built beside its
// place and moved there at the end: a fetch that was cut off leaves nothing that looks like a runtime.
std::string fetchCommand() {
    const std::string whole = "'" + runtimeFolder().string() + "'";
    const std::string part = "'" + runtimeFolder().string() + ".part'";
    const std::string torch = std::string("torch==") + kTorchVersion;
    const std::string packages =
        hasNvidiaDriver() ? torch : "--no-deps " + torch + " nvidia-cuda-cupti==13.0.85 nvidia-cuda-runtime==13.0.96";
    return "python3 -m venv --clear " + part + " && " + part + "/bin/pip install " + packages + " && rm -rf " + whole +
           " && mv " + part + " " + whole;
}

[[noreturn]] void throwMissing(std::string message, Facts facts) {
    const std::string command = fetchCommand();
    facts["command"] = command;
    throw Error{ErrorKind::RuntimeMissing, std::move(message), "Download it with: " + command, std::move(facts)};
}

// Why a place is of no use; empty: it is right.
std::string objection(const fs::path& folder, const fs::path& package) {
    if (package.empty()) return folder.string() + " holds no LibTorch";
    const std::string version = torchVersion(package);
    if (!version.starts_with(kTorchVersion))
        return package.string() + " is " + (version.empty() ? "of an unknown version" : version);
    return {};
}

bool isLibraryFolder(const fs::path& folder) {
    return fs::exists(folder / "libtorch_cpu.so");
}

} // namespace

bool hasNvidiaDriver() {
    void* driver = ::dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver != nullptr) ::dlclose(driver);
    return driver != nullptr;
}

fs::path torchPackageIn(const fs::path& folder) {
    if (isLibraryFolder(folder / "lib")) return folder;
    if (isLibraryFolder(folder)) return folder.parent_path();
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder / "lib", ignored))
        if (const fs::path package = entry.path() / "site-packages/torch"; isLibraryFolder(package / "lib"))
            return package;
    return {};
}

std::string torchVersion(const fs::path& package) {
    static const std::regex kVersion(R"(__version__\s*=\s*['"]([^'"]*)['"])");
    if (!fs::exists(package / "version.py")) return {};
    const std::string text = readFile(package / "version.py");
    std::smatch match;
    return std::regex_search(text, match, kVersion) ? match[1].str() : std::string();
}

fs::path findTorch() {
    std::string passedOver;
    for (const Place& place : places()) {
        const fs::path folder = place.folder();
        if (folder.empty()) continue;
        const fs::path package = torchPackageIn(folder);
        const std::string reason = objection(folder, package);
        if (reason.empty()) return package;
        if (place.isChosen)
            throwMissing(place.name + " does not name LibTorch " + kTorchVersion + ": " + reason + ".",
                         {{"folder", folder.string()}});
        if (!package.empty()) passedOver += (passedOver.empty() ? "" : "; ") + reason;
    }
    if (passedOver.empty()) throwMissing(std::string("LibTorch ") + kTorchVersion + " is not installed.", {});
    throwMissing(std::string("LibTorch ") + kTorchVersion + " is not installed, only another version: " + passedOver +
                     ".",
                 {{"found", passedOver}});
}

} // namespace fettle::cli
