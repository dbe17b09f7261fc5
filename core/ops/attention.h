#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace fettle::ops {

// A stretch of key/value rows; positions run up by one from `position`.
struct KeySpan {
    std::int64_t begin = 0, end = 0; // rows of k and v
    std::int64_t position = 0;       // of row `begin`
};

// A stretch of query rows and all that it may see. A key is visible where its position is not after the query's and,
// under a window W, less than W before it. So a document sees itself causally, an answer sees its shared prompt whole
// and itself causally, a decoded token sees its cache.
struct Segment {
    std::int64_t begin = 0, end = 0; // rows of q
    std::int64_t position = 0;       // of row `begin`
    std::vector<KeySpan> keys;
};

// Built on the host once per batch; what a device needs of them is made at first use and shared by all copies.
class Segments {
public:
    struct DeviceForm; // row lists and cumulative lengths for variable-length kernels (varlen_rows.h)

    explicit Segments(std::vector<Segment> list);
    [[nodiscard]] const std::vector<Segment>& list() const { return m_shared->list; }
    [[nodiscard]] std::shared_ptr<DeviceForm>& deviceForm() const { return m_shared->deviceForm; }

private:
    struct Shared {
        std::vector<Segment> list;
        std::shared_ptr<DeviceForm> deviceForm;
    };
    std::shared_ptr<Shared> m_shared;
};

struct AttentionOptions {
    double scale = 0;        // 0: 1 / sqrt(hd)
    std::int64_t window = 0; // 0: none
    double softCap = 0;      // 0: none; else scores become cap * tanh(score / cap) before the mask
};

// softmax(scale q k^T) v over the segments. q [N, H, hd]; k, v [M, Hkv, hd] with H a multiple of Hkv; result [N, H,
// hd]. Softmax in fp32. Query rows outside every segment give zeros. A query that sees no key gives zeros. Backward
// recomputes the probabilities from the saved log-sum-exp: nothing of size queries x keys is kept.
[[nodiscard]] at::Tensor attention(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                                   const Segments& segments, const AttentionOptions& options);

} // namespace fettle::ops
