#include "ui/tasks/run_in_background.h"

#include <new>

namespace fettle::ui {

Error translated(const std::exception& exception) {
    if (dynamic_cast<const std::bad_alloc*>(&exception) != nullptr)
        return Error{ErrorKind::OutOfMemory, "There is not enough memory for this.", "Close something, or use less."};
    return Error{ErrorKind::Internal, exception.what(), "Please report this with what you did."};
}

QThreadPool& backgroundThreads() {
    return *QThreadPool::globalInstance();
}

} // namespace fettle::ui
