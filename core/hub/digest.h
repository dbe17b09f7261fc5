#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

struct evp_md_ctx_st; // OpenSSL's

namespace fettle {

// A hash of content that comes in parts, as lower-case hexadecimal digits.
class Digest {
public:
    [[nodiscard]] static Digest sha256();
    // What git calls a file of `size` bytes: SHA-1 of "blob <size>", a zero and the bytes
    // (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects).
    [[nodiscard]] static Digest gitBlob(std::uint64_t size);

    void add(std::span<const std::byte> bytes);
    [[nodiscard]] std::string text() const; // of all that was added so far

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    explicit Digest(const char* algorithm);

    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace fettle
