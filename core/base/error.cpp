#include "core/base/error.h"

namespace fettle {

std::string_view wireName(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::BadUsage:
        return "bad_usage";
    case ErrorKind::BadConfig:
        return "bad_config";
    case ErrorKind::BadDataset:
        return "bad_dataset";
    case ErrorKind::BadModel:
        return "bad_model";
    case ErrorKind::BadAdapter:
        return "bad_adapter";
    case ErrorKind::BadTokenizer:
        return "bad_tokenizer";
    case ErrorKind::BadTemplate:
        return "bad_template";
    case ErrorKind::BadFile:
        return "bad_file";
    case ErrorKind::FileNotFound:
        return "file_not_found";
    case ErrorKind::FileAccess:
        return "file_access";
    case ErrorKind::DiskFull:
        return "disk_full";
    case ErrorKind::AlreadyExists:
        return "already_exists";
    case ErrorKind::Busy:
        return "busy";
    case ErrorKind::OutOfMemory:
        return "out_of_memory";
    case ErrorKind::DeviceMissing:
        return "device_missing";
    case ErrorKind::DeviceFailed:
        return "device_failed";
    case ErrorKind::NonFinite:
        return "non_finite";
    case ErrorKind::RuntimeMissing:
        return "runtime_missing";
    case ErrorKind::HubNotFound:
        return "hub_not_found";
    case ErrorKind::HubRefused:
        return "hub_refused";
    case ErrorKind::HubUnreachable:
        return "hub_unreachable";
    case ErrorKind::Internal:
        return "internal";
    }
    return "internal";
}

Error::Error(ErrorKind kind, std::string message, std::string hint, Facts facts)
    : std::runtime_error(message), kind(kind), facts(std::move(facts)), message(std::move(message)),
      hint(std::move(hint)) {}

} // namespace fettle
