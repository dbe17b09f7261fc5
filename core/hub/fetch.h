#pragma once

#include "core/hub/hub_repo.h"
#include "core/hub/hub_settings.h"
#include "core/hub/retry.h"
#include "core/hub/sink.h"

#include <functional>
#include <string>
#include <vector>

namespace fettle {

// One resource of a repository.
struct Fetch {
    std::string url;
    std::string what; // as messages call it: the file's path
    Sink* sink = nullptr;
};

struct FetchRules {
    HubSettings settings;
    HubRepo repo; // that all of them belong to
    RetryRules retry;
    std::size_t parallel = 8; // transfers at a time
};

// GET, until every sink is whole. A cut connection, a server that is busy or that counts wrongly costs another attempt,
// which goes on where the last one ended (RFC 9110, range requests). The token goes to the endpoint's host alone,
// whatever it redirects to. `tick` is called on this thread several times a second; what it throws ends everything.
// Error{HubNotFound | HubRefused | HubUnreachable | BadFile}, and what a sink throws.
void fetchAll(const std::vector<Fetch>& fetches, const FetchRules& rules, const std::function<void()>& tick);

} // namespace fettle
