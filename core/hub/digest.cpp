#include "core/hub/digest.h"

#include "core/base/error.h"

#include <array>
#include <openssl/evp.h>
#include <string_view>

namespace fettle {

namespace {

void refuseFailure(int isDone) {
    if (isDone != 1) throw Error{ErrorKind::Internal, "The cryptographic library cannot compute a hash."};
}

} // namespace

void Digest::Free::operator()(evp_md_ctx_st* context) const {
    EVP_MD_CTX_free(context);
}

Digest::Digest(const char* algorithm) : m_context(EVP_MD_CTX_new()) {
    refuseFailure(EVP_DigestInit_ex(m_context.get(), EVP_get_digestbyname(algorithm), nullptr));
}

Digest Digest::sha256() {
    return Digest("SHA256");
}

Digest Digest::gitBlob(std::uint64_t size) {
    Digest digest("SHA1");
    const std::string head = "blob " + std::to_string(size) + '\0';
    digest.add(std::as_bytes(std::span(head)));
    return digest;
}

void Digest::add(std::span<const std::byte> bytes) {
    refuseFailure(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()));
}

std::string Digest::text() const {
    const std::unique_ptr<evp_md_ctx_st, Free> copy(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
    unsigned size = 0;
    refuseFailure(EVP_MD_CTX_copy_ex(copy.get(), m_context.get()));
    refuseFailure(EVP_DigestFinal_ex(copy.get(), bytes.data(), &size));
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < size; ++i)
        (text += kDigits[bytes[i] >> 4]) += kDigits[bytes[i] & 15];
    return text;
}

} // namespace fettle
