#pragma once

#include <string>
#include <string_view>

namespace fettle {

enum class RepoKind { Model, Dataset };

// A repository of the hub at one revision.
struct HubRepo {
    std::string name; // "owner/name"; the oldest models have no owner
    RepoKind kind = RepoKind::Model;
    std::string revision = "main"; // a branch, a tag or a commit
};

// Whether the text may be a repository's name (huggingface_hub, utils/_validators.py).
[[nodiscard]] bool isRepoName(std::string_view text);

// Error{BadUsage} for a name or a revision that cannot be one: both become parts of paths.
void refuseBadRepo(const HubRepo& repo);

// "models" or "datasets", as URLs and folders of the cache begin.
[[nodiscard]] std::string_view pluralOf(RepoKind kind);

// The 40 digits of a commit.
[[nodiscard]] bool isCommit(std::string_view text);
// Lower-case hexadecimal digits, `count` of them.
[[nodiscard]] bool isHex(std::string_view text, std::size_t count);

// Whether a path of a listing stays below the folder that it is joined to.
[[nodiscard]] bool isInnerPath(std::string_view path);

} // namespace fettle
