#pragma once

#include "core/base/error.h"
#include "core/hub/answer.h"
#include "core/hub/fetch.h"

namespace fettle {

// What people are told of a download that ended badly.

// An answer without content (huggingface_hub, utils/_http.py: hf_raise_for_status).
[[nodiscard]] Error refusalOf(const Answer& answer, const Fetch& fetch, const FetchRules& rules);
// No answer; `words` are the network library's own.
[[nodiscard]] Error unreachable(const std::string& words, const Fetch& fetch, const FetchRules& rules);
// Bytes that are not those that were asked for.
[[nodiscard]] Error wrongContent(const Fetch& fetch, const FetchRules& rules);
// HF_HUB_OFFLINE, and the cache does not hold it.
[[nodiscard]] Error offline(const HubRepo& repo);

} // namespace fettle
