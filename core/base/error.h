#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fettle {

// What went wrong, as a program reads it; the wire names are those of wireName().
enum class ErrorKind {
    BadUsage,       // arguments that make no sense together
    BadConfig,      // a run configuration with an unknown key or a value out of range
    BadDataset,     // a data file or one of its rows
    BadModel,       // a base-model folder: config.json, a tensor's name or shape, an unsupported family
    BadAdapter,     // an adapter folder, or an adapter that does not fit its base
    BadTokenizer,   // tokenizer.json, tokenizer.model
    BadTemplate,    // a chat template: syntax, or raise_exception
    BadFile,        // a file that is not what its name says (safetensors, GGUF, JSON)
    FileNotFound,   //
    FileAccess,     // permission denied, read-only
    DiskFull,       //
    AlreadyExists,  // refuses to overwrite
    Busy,           // another engine works on this run folder
    OutOfMemory,    //
    DeviceMissing,  // asked for a GPU or a number format that this machine lacks
    DeviceFailed,   // a lost GPU, an illegal access
    NonFinite,      // the loss or a gradient is no number any more
    RuntimeMissing, // LibTorch is not installed
    HubNotFound,    // no such repository, revision or file on the hub, or a private one
    HubRefused,     // the hub wants a login, accepted terms or another token
    HubUnreachable, // no network, a hub that fails, or HF_HUB_OFFLINE
    Internal,       // a bug of ours
};

[[nodiscard]] std::string_view wireName(ErrorKind kind);

using Facts = std::map<std::string, std::string>;

// The one exception type. Thrown where the fact is known, caught only at the edges.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, std::string message, std::string hint = {}, Facts facts = {});

    ErrorKind kind;
    Facts facts;         // file, line, key, both shapes ...
    std::string message; // one English sentence: what and where
    std::string hint;    // one English sentence: what to do
};

} // namespace fettle
