#include "core/hub/hub_repo.h"

#include "core/base/error.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr std::size_t kLongestName = 96, kLongestRevision = 255;

bool isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isNamePart(std::string_view part) {
    const auto isAllowed = [](char c) { return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.'; };
    const auto isEdge = [](char c) { return c != '-' && c != '.'; };
    return !part.empty() && part.size() <= kLongestName && std::ranges::all_of(part, isAllowed) &&
           isEdge(part.front()) && isEdge(part.back());
}

bool isPathPart(std::string_view part) {
    const auto isPrintable = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '\\'; };
    return !part.empty() && part != "." && part != ".." && std::ranges::all_of(part, isPrintable);
}

} // namespace

bool isRepoName(std::string_view text) {
    if (text.find("--") != std::string_view::npos || text.find("..") != std::string_view::npos) return false;
    if (text.ends_with(".git")) return false;
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return isNamePart(text);
    return isNamePart(text.substr(0, slash)) && isNamePart(text.substr(slash + 1));
}

bool isInnerPath(std::string_view path) {
    for (;;) {
        const std::size_t slash = path.find('/');
        if (!isPathPart(path.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

void refuseBadRepo(const HubRepo& repo) {
    if (!isRepoName(repo.name))
        throw Error{ErrorKind::BadUsage,
                    "\"" + repo.name + "\" is no name of a repository.",
                    "Write it as the hub does: OWNER/NAME.",
                    {{"repo", repo.name}}};
    if (repo.revision.size() > kLongestRevision || !isInnerPath(repo.revision))
        throw Error{ErrorKind::BadUsage,
                    "\"" + repo.revision + "\" is no revision.",
                    "Name a branch, a tag or a commit.",
                    {{"repo", repo.name}, {"revision", repo.revision}}};
}

std::string_view pluralOf(RepoKind kind) {
    return kind == RepoKind::Model ? "models" : "datasets";
}

bool isHex(std::string_view text, std::size_t count) {
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == count && std::ranges::all_of(text, isDigit);
}

bool isCommit(std::string_view text) {
    return isHex(text, 40);
}

} // namespace fettle
