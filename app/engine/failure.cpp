#include "app/engine/failure.h"

#include "app/common/cli.h"

#include <c10/util/Exception.h>

namespace fettle::engine {

namespace {

Error outOfMemory() {
    return Error{ErrorKind::OutOfMemory, "There is not enough memory for this.",
                 "Lower batch.per_device_batch_size or data.max_length, or turn on gradient_checkpointing."};
}

Error fromTorch(const c10::Error& error) {
    const std::string text = error.what_without_backtrace();
    const bool isMemory = dynamic_cast<const c10::OutOfMemoryError*>(&error) != nullptr ||
                          text.find("can't allocate memory") != std::string::npos;
    if (isMemory) return outOfMemory();
    if (dynamic_cast<const c10::AcceleratorError*>(&error) != nullptr)
        return Error{ErrorKind::DeviceFailed, "The GPU reported an error: " + text,
                     "The last checkpoint is intact: start again; if it happens again, try --device cpu."};
    return Error{ErrorKind::Internal, text, "Please report this with the command that you ran."};
}

} // namespace

Error translated(const std::exception& exception) {
    if (const auto* error = dynamic_cast<const Error*>(&exception)) return *error;
    if (const auto* error = dynamic_cast<const c10::Error*>(&exception)) return fromTorch(*error);
    if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr) return outOfMemory();
    return cli::translated(exception);
}

} // namespace fettle::engine
