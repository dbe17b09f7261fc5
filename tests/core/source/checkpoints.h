#pragma once

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"

#include <QTemporaryDir>

#include <cstring>
#include <filesystem>
#include <functional>
#include <string>

namespace fettle::test {

inline const std::filesystem::path kModels = std::filesystem::path(FETTLE_FIXTURES) / "models";

// A safetensors file: header length, header, data.
[[nodiscard]] inline std::string safetensors(const std::string& header, std::size_t dataBytes) {
    std::string file(sizeof(std::uint64_t), '\0');
    const std::uint64_t length = header.size();
    std::memcpy(file.data(), &length, sizeof length);
    return file + header + std::string(dataBytes, '\0');
}

// One tensor of F32 numbers that starts at the front.
[[nodiscard]] inline std::string vectorFile(const std::string& name, std::size_t length) {
    return safetensors(Json{{name, {{"dtype", "F32"}, {"shape", {length}}, {"data_offsets", {0, 4 * length}}}}}.dump(),
                       4 * length);
}

// The Error that a call ends with; an empty one where it does not.
[[nodiscard]] inline Error errorOf(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::Internal, ""};
}

// Files of one test, gone with it.
class Folder {
public:
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path write(const std::string& name, const std::string& content) const {
        makeFolder((path() / name).parent_path());
        writeFileAtomically(path() / name, content);
        return path() / name;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace fettle::test
