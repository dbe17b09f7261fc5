#pragma once

#include "core/base/json.h"
#include "core/hub/digest.h"
#include "core/hub/get_repo.h"
#include "tests/support/hub_server.h"

#include <QTemporaryDir>

namespace fettle::test {

inline const std::string kCommit(40, 'c');

inline std::string sha256Of(const std::string& text) {
    Digest digest = Digest::sha256();
    digest.add(std::as_bytes(std::span(text)));
    return digest.text();
}

inline std::string gitHashOf(const std::string& text) {
    Digest digest = Digest::gitBlob(text.size());
    digest.add(std::as_bytes(std::span(text)));
    return digest.text();
}

// A repository as the hub shows it: its list of files, and the files at their addresses. What `misbehave` returns is
// said instead.
class HubModel {
public:
    using Misbehave = std::function<std::optional<HubReply>(const HubRequest&, int nth)>; // nth: of this path, from 0

    explicit HubModel(std::map<std::string, std::string> files, Misbehave misbehave = {}, Json card = nullptr)
        : m_files(std::move(files)), m_misbehave(std::move(misbehave)), m_card(std::move(card)),
          m_server([this](const HubRequest& request) { return answer(request); }) {}

    [[nodiscard]] HubServer& server() { return m_server; }
    [[nodiscard]] std::filesystem::path cache() const { return m_cache.path().toStdString(); }
    [[nodiscard]] HubSettings settings() const { return {.endpoint = m_server.endpoint(), .cache = cache()}; }

    [[nodiscard]] GotRepo get(const GetOrder& order = {.repo = {.name = "o/n"}}, const Work& work = {}) const {
        return getRepo(order, settings(), work, kAtOnce);
    }
    [[nodiscard]] GotRepo getDataset(const DatasetPart& part) const {
        return get({.repo = {.name = "o/n", .kind = RepoKind::Dataset}, .part = part});
    }
    // Where a file of the repository begins to lie while it is fetched.
    [[nodiscard]] std::filesystem::path incomplete(const std::string& file) const {
        return cache() / "models--o--n/blobs" / (hashOf(m_files.at(file)) + ".incomplete");
    }
    // How often a file was asked for.
    [[nodiscard]] std::size_t requestsOf(const std::string& file) const {
        std::size_t count = 0;
        for (const HubRequest& request : m_server.requests())
            count += request.path.ends_with("/" + file);
        return count;
    }

    static constexpr RetryRules kAtOnce{.firstDelay = std::chrono::milliseconds(0)};

private:
    static bool isLarge(const std::string& content) { return content.size() >= 100; }
    static std::string hashOf(const std::string& content) {
        return isLarge(content) ? sha256Of(content) : gitHashOf(content);
    }

    HubReply answer(const HubRequest& request) {
        if (m_misbehave)
            if (auto reply = m_misbehave(request, m_asked[request.path]++)) return *reply;
        if (request.path.starts_with("/api/")) return {.body = listing().dump()};
        for (const auto& [name, content] : m_files)
            if (request.path.ends_with("/resolve/" + kCommit + "/" + name)) return {.body = content};
        return {.status = 404, .headers = {{"X-Error-Code", "EntryNotFound"}}};
    }

    [[nodiscard]] Json listing() const {
        Json siblings = Json::array();
        for (const auto& [name, content] : m_files) {
            Json entry = {{"rfilename", name}, {"size", content.size()}, {"blobId", gitHashOf(content)}};
            if (isLarge(content)) entry["lfs"] = {{"sha256", sha256Of(content)}, {"size", content.size()}};
            siblings.push_back(entry);
        }
        return {{"sha", kCommit}, {"siblings", siblings}, {"cardData", m_card}};
    }

    std::map<std::string, std::string> m_files;
    Misbehave m_misbehave;
    Json m_card;
    std::map<std::string, int> m_asked;
    QTemporaryDir m_cache;
    HubServer m_server;
};

} // namespace fettle::test
