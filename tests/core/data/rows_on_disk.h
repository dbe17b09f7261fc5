#pragma once

#include "core/base/files.h"
#include "core/data/dataset.h"

#include <QTemporaryDir>

#include <filesystem>
#include <string>
#include <string_view>

namespace fettle::test {

// Data files of one test, gone with it.
class RowsOnDisk {
public:
    [[nodiscard]] DataFileConfig file(const std::string& name, std::string_view content) const {
        writeFileAtomically(path() / name, content);
        return {.path = (path() / name).string()};
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

} // namespace fettle::test
