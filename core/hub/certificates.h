#pragma once

#include <curl/curl.h>

namespace fettle {

// Whom a transfer believes: SSL_CERT_FILE, CURL_CA_BUNDLE or REQUESTS_CA_BUNDLE, else what libcurl was built with, else
// the place where another distribution keeps the same list.
void trustUsualAuthorities(CURL* curl);

} // namespace fettle
