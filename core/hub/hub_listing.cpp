#include "core/hub/hub_listing.h"

#include <algorithm>

namespace fettle {

namespace {

enum class Slash { Keep, Encode };

// RFC 3986: everything but the unreserved characters.
std::string percentEncoded(std::string_view text, Slash slash) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (kPlain.find(c) != std::string_view::npos || (c == '/' && slash == Slash::Keep))
            encoded += c;
        else
            ((encoded += '%') += kDigits[byte >> 4]) += kDigits[byte & 15];
    }
    return encoded;
}

[[noreturn]] void refuseListing(const HubRepo& repo, const std::string& what) {
    throw Error{ErrorKind::BadFile,
                "The hub's list of files of " + repo.name + " " + what + ".",
                "Check HF_ENDPOINT: it has to speak as huggingface.co does.",
                {{"repo", repo.name}, {"file", repo.name}}};
}

std::string textIn(const Json& json, const char* key) {
    if (!json.is_object()) return {};
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

HubFile readFileEntry(const Json& entry, const HubRepo& repo) {
    HubFile file{.path = textIn(entry, "rfilename")};
    if (!isInnerPath(file.path)) refuseListing(repo, "names a path that leads elsewhere");
    const auto lfs = entry.find("lfs");
    const bool isLarge = lfs != entry.end() && lfs->is_object();
    file.hash = isLarge ? textIn(*lfs, "sha256") : textIn(entry, "blobId");
    const auto size = entry.find("size");
    const auto count = size != entry.end() ? wholeNumber(*size) : std::nullopt;
    if (!count || *count < 0 || !isHex(file.hash, isLarge ? 64 : 40))
        refuseListing(repo, "does not give size and hash of " + file.path);
    file.size = static_cast<std::uint64_t>(*count);
    return file;
}

} // namespace

const HubFile* HubListing::find(std::string_view path) const {
    const auto found = std::ranges::find(files, path, &HubFile::path);
    return found != files.end() ? &*found : nullptr;
}

std::string listingUrl(const HubSettings& settings, const HubRepo& repo) {
    return settings.endpoint + "/api/" + std::string(pluralOf(repo.kind)) + "/" + repo.name + "/revision/" +
           percentEncoded(repo.revision, Slash::Encode) + "?blobs=true";
}

std::string fileUrl(const HubSettings& settings, const HubRepo& repo, const std::string& commit,
                    const std::string& path) {
    const std::string kind = repo.kind == RepoKind::Model ? "" : std::string(pluralOf(repo.kind)) + "/";
    return settings.endpoint + "/" + kind + repo.name + "/resolve/" + commit + "/" + percentEncoded(path, Slash::Keep);
}

HubListing readListing(const Json& answer, const HubRepo& repo) {
    HubListing listing{.commit = textIn(answer, "sha")};
    if (!isCommit(listing.commit)) refuseListing(repo, "names no commit");
    const auto siblings = answer.find("siblings");
    if (siblings == answer.end() || !siblings->is_array()) refuseListing(repo, "is missing");
    for (const Json& entry : *siblings)
        listing.files.push_back(readFileEntry(entry, repo));
    if (const auto card = answer.find("cardData"); card != answer.end()) listing.card = *card;
    return listing;
}

} // namespace fettle
