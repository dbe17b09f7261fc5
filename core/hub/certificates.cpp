#include "core/hub/certificates.h"

#include <cstdlib>
#include <initializer_list>
#include <unistd.h>

namespace fettle {

namespace {

bool isReadable(const char* file) {
    return file != nullptr && *file != '\0' && ::access(file, R_OK) == 0;
}

// libcurl's own of Debian first, then those of Fedora, openSUSE, Alpine (crypto/x509/root_linux.go of the Go library
// lists the same).
const char* authorities() {
    for (const char* variable : {"SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"})
        if (const char* file = std::getenv(variable); isReadable(file)) return file;
    for (const char* file : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                             "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"})
        if (isReadable(file)) return file;
    return nullptr;
}

} // namespace

void trustUsualAuthorities(CURL* curl) {
    if (const char* file = authorities()) curl_easy_setopt(curl, CURLOPT_CAINFO, file);
}

} // namespace fettle
