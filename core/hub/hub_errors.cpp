#include "core/hub/hub_errors.h"

namespace fettle {

namespace {

constexpr const char* kKept = " What was downloaded is kept.";

std::string hostOf(const HubSettings& settings) {
    const std::size_t at = settings.endpoint.find("://");
    return at == std::string::npos ? settings.endpoint : settings.endpoint.substr(at + 3);
}

Facts factsOf(const Fetch& fetch, const FetchRules& rules) {
    return {{"repo", rules.repo.name}, {"host", hostOf(rules.settings)}, {"url", fetch.url}};
}

Facts factsOf(const Answer& answer, const Fetch& fetch, const FetchRules& rules) {
    Facts facts = factsOf(fetch, rules);
    facts["status"] = std::to_string(answer.status);
    return facts;
}

Error missingRevision(const FetchRules& rules, Facts facts) {
    facts["revision"] = rules.repo.revision;
    return {ErrorKind::HubNotFound, rules.repo.name + " has no revision \"" + rules.repo.revision + "\".",
            "Name a branch, a tag or a commit of it.", std::move(facts)};
}

// The hub answers 401 for what does not exist as well, so that nobody learns what is private.
Error missingRepo(const FetchRules& rules, const Facts& facts) {
    const bool isModel = rules.repo.kind == RepoKind::Model;
    return {ErrorKind::HubNotFound,
            facts.at("host") + " has no " + (isModel ? "model " : "data set ") + rules.repo.name +
                ", or it is private.",
            std::string("Check the name") + (isModel ? "; a data set needs --dataset" : "") +
                "; a private one needs a token in HF_TOKEN.",
            facts};
}

Error gated(const FetchRules& rules, Facts facts) {
    const std::string kind = rules.repo.kind == RepoKind::Model ? "/" : "/datasets/";
    const std::string page = rules.settings.endpoint + kind + rules.repo.name;
    facts["page"] = page;
    return {ErrorKind::HubRefused, rules.repo.name + " is only given to people who accepted its terms.",
            "Accept them at " + page + ", then put a token of that account in HF_TOKEN.", std::move(facts)};
}

} // namespace

Error refusalOf(const Answer& answer, const Fetch& fetch, const FetchRules& rules) {
    const Facts facts = factsOf(answer, fetch, rules);
    const bool isTokenBad = answer.errorMessage == "Invalid credentials in Authorization header";
    if (answer.errorCode == "GatedRepo") return gated(rules, facts);
    if (answer.errorCode == "RevisionNotFound") return missingRevision(rules, facts);
    if (answer.status == 401 && isTokenBad)
        return {ErrorKind::HubRefused, facts.at("host") + " does not accept the token.",
                "Put a token that is still valid in HF_TOKEN, or remove it for a public repository.", facts};
    if (answer.errorCode == "EntryNotFound")
        return {ErrorKind::HubNotFound, rules.repo.name + " has no file " + fetch.what + ".",
                "Choose another revision.", facts};
    if (answer.status == 401 || answer.status == 404) return missingRepo(rules, facts);
    if (answer.status == 403)
        return {ErrorKind::HubRefused, facts.at("host") + " refuses " + rules.repo.name + ".",
                answer.errorMessage.empty() ? "Put a token that may read it in HF_TOKEN." : answer.errorMessage, facts};
    return {ErrorKind::HubUnreachable,
            facts.at("host") + " answered " + facts.at("status") + " for " + fetch.what + ".",
            std::string("Try again later.") + kKept, facts};
}

Error unreachable(const std::string& words, const Fetch& fetch, const FetchRules& rules) {
    Facts facts = factsOf(fetch, rules);
    facts["system"] = words;
    return {ErrorKind::HubUnreachable, "The download of " + fetch.what + " ended: " + words + ".",
            std::string("Check the network, or name a mirror in HF_ENDPOINT.") + kKept, std::move(facts)};
}

Error wrongContent(const Fetch& fetch, const FetchRules& rules) {
    Facts facts = factsOf(fetch, rules);
    facts["file"] = fetch.what;
    return {ErrorKind::BadFile, "What came for " + fetch.what + " is not the file: size or hash differ.",
            "Something on the way changes it: try another network or mirror (HF_ENDPOINT).", std::move(facts)};
}

Error offline(const HubRepo& repo) {
    return {ErrorKind::HubUnreachable,
            repo.name + " is not in the cache, and HF_HUB_OFFLINE forbids to fetch it.",
            "Unset HF_HUB_OFFLINE, or copy the repository into the cache.",
            {{"repo", repo.name}, {"offline", "yes"}}};
}

} // namespace fettle
