#include "app/fettle/run_engine.h"

#include "app/common/cli.h"
#include "app/fettle/torch_runtime.h"
#include "core/base/files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace fettle::cli {

namespace fs = std::filesystem;

namespace {

fs::path engineProgram() {
    const fs::path here = programPath().parent_path();
    for (const fs::path& file : {here / "fettle-engine", here.parent_path() / "lib/fettle/fettle-engine"})
        if (::access(file.c_str(), X_OK) == 0) return file;
    throw Error{ErrorKind::RuntimeMissing,
                "fettle-engine is not installed beside " + (here / "fettle").string() + ".",
                "Install Fettle's whole package, or build it with -DFETTLE_ENGINE=ON.",
                {{"file", (here / "fettle-engine").string()}}};
}

// FETTLE_CPU_ISA=avx2 keeps ATen, oneDNN and MKL from wider instructions, as it keeps our own loops.
void narrowInstructions() {
    const char* isa = std::getenv("FETTLE_CPU_ISA");
    if (isa == nullptr || std::strcmp(isa, "avx2") != 0) return;
    ::setenv("ATEN_CPU_CAPABILITY", "avx2", 0);
    ::setenv("ONEDNN_MAX_CPU_ISA", "AVX2", 0);
    ::setenv("MKL_ENABLE_INSTRUCTIONS", "AVX2", 0);
}

void setEnvironment(const fs::path& torch) {
    narrowInstructions();
    std::string libraries = (torch / "lib").string();
    if (const char* others = std::getenv("LD_LIBRARY_PATH"); others != nullptr && *others != '\0')
        libraries += ":" + std::string(others);
    ::setenv("LD_LIBRARY_PATH", libraries.c_str(), 1);
    // Threads that wait spin for some 30 microseconds, then sleep. A layer of a small model is many short loops, and a
    // thread that sleeps at once wakes too late for the next one (a third of the speed); one that spins for longer
    // starves a chat beside a training run.
    ::setenv("GOMP_SPINCOUNT", "1000", 0);
    // cuda:0 is then the same card here and in nvidia-smi.
    ::setenv("CUDA_DEVICE_ORDER", "PCI_BUS_ID", 0);
}

// Libraries of the engine end the process where the working directory is gone.
void refuseMissingWorkingFolder() {
    std::error_code code;
    (void)fs::current_path(code);
    if (code)
        throw Error{ErrorKind::FileNotFound, "The folder that this was started in is no longer there.",
                    "Change to another folder (cd) and start again."};
}

[[noreturn]] void becomeEngine(char** argv) {
    refuseMissingWorkingFolder();
    const fs::path engine = engineProgram();
    setEnvironment(findTorch());
    ::execv(engine.c_str(), argv);
    throwSystemError("start", engine, errno);
}

} // namespace

int runEngine(int argc, char** argv) {
    try {
        becomeEngine(argv);
    } catch (const Error& error) {
        printError({.output = {}, .json = asksForJson(argc, argv), .isStream = asksForStream(argc, argv)}, error);
        return exitCode(error);
    }
}

} // namespace fettle::cli
