#include "core/device/process_group.h"

namespace fettle {

namespace {

class Alone : public ProcessGroup {
public:
    int rank() const override { return 0; }
    int size() const override { return 1; }
    void sum(const std::vector<at::Tensor>&) const override {}
};

} // namespace

std::unique_ptr<ProcessGroup> alone() {
    return std::make_unique<Alone>();
}

} // namespace fettle
