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
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / name;
        writeFileAtomically(path, content);
        return {.path = path.string()};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace fettle::test
