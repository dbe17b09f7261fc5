#include "core/ops/op_case.h"
#include "core/ops/reference/reference.h"

#include <ATen/CPUGeneratorImpl.h>

namespace fettle::ops {

namespace {

struct Shape {
    std::string name;
    std::int64_t queries, keys, heads, groups, head;
    std::vector<Segment> segments;
    AttentionOptions options;
};

// Two documents side by side, and a row that belongs to none.
std::vector<Segment> packed() {
    return {{0, 7, 0, {{0, 7, 0}}}, {7, 12, 0, {{7, 12, 0}}}};
}

// A prompt of 5 tokens and two answers that both see it: each answer starts again behind the prompt.
std::vector<Segment> sharedPrompt() {
    return {{0, 5, 0, {{0, 5, 0}}}, {5, 9, 5, {{0, 5, 0}, {5, 9, 5}}}, {9, 12, 5, {{0, 5, 0}, {9, 12, 5}}}};
}

// Two sequences that go on in their caches of 16 rows each.
std::vector<Segment> cached() {
    return {{0, 1, 9, {{0, 10, 0}}}, {1, 4, 3, {{16, 22, 0}}}};
}

std::vector<Shape> shapes() {
    std::vector<Shape> all = {
        {"packed documents", 13, 13, 4, 2, 32, packed(), {}},
        {"shared prompt", 12, 12, 4, 4, 64, sharedPrompt(), {}},
        {"cached prefix", 4, 32, 6, 2, 64, cached(), {}},
        {"window", 12, 12, 4, 2, 32, packed(), {.window = 3}},
        {"window over a shared prompt", 12, 12, 4, 2, 32, sharedPrompt(), {.window = 4}},
        {"soft cap", 12, 12, 4, 2, 32, packed(), {.softCap = 2.5}},
        {"own scale", 12, 12, 4, 1, 32, packed(), {.scale = 0.3}},
    };
    for (const std::int64_t head : {32, 64, 80, 96, 128, 256})
        all.push_back({"head size " + std::to_string(head), 12, 12, 9, 3, head, packed(), {}});
    return all;
}

} // namespace

std::vector<OpCase> attentionCases() {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(21);
    std::vector<OpCase> cases;
    for (const Shape& shape : shapes()) {
        const auto draw = [&](std::int64_t rows, std::int64_t heads) {
            return at::randn({rows, heads, shape.head}, generator, at::kDouble);
        };
        cases.push_back(
            {.name = "attention, " + shape.name,
             .activations = {draw(shape.queries, shape.heads), draw(shape.keys, shape.groups),
                             draw(shape.keys, shape.groups)},
             .operation =
                 [shape](const TensorList& a, const TensorList&, at::ScalarType) {
                     return TensorList{attention(a[0], a[1], a[2], Segments(shape.segments), shape.options)};
                 },
             .oracle =
                 [shape](const TensorList& a, const TensorList&) {
                     return TensorList{reference::attention(a[0], a[1], a[2], shape.segments, shape.options)};
                 }});
    }
    return cases;
}

} // namespace fettle::ops
