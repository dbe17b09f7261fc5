#include "core/data/files/text_folder.h"

#include "core/base/files.h"
#include "core/data/files/row_files.h"
#include "core/data/row_problems.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr std::array<std::string_view, 3> kEndings = {".txt", ".md", ".rst"};

bool isHidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

class TextFolder : public RowSource {
public:
    explicit TextFolder(const fs::path& folder)
        : m_folder(folder), m_files(textFilesIn(folder)), m_origin{.file = folder.string(), .isLine = false} {
        if (m_files.empty())
            throw Error{ErrorKind::BadDataset,
                        "The folder " + folder.string() + " holds no text.",
                        "Rows are made of its files that end in .txt, .md or .rst; choose other files one by one.",
                        {{"file", folder.string()}}};
    }

    bool next() override {
        while (m_origin.line < std::ssize(m_files)) {
            m_file = MappedFile::open(m_files[static_cast<std::size_t>(m_origin.line++)]);
            m_text = withoutMark(m_file->text());
            if (m_text.find_first_not_of(kBlanks) != std::string_view::npos) return true;
        }
        return false;
    }
    RowOrigin origin() const override { return m_origin; }
    const Json& value() override {
        if (validUtf8(m_text) != m_text)
            throw badRow(m_origin, "(" + m_file->path().lexically_relative(m_folder).string() + ") is not in UTF-8",
                         "Save the file as UTF-8.", {FindingKind::NotUtf8});
        return m_value = Json{{"text", m_text}};
    }
    void rewind() override { m_origin.line = 0; }

private:
    fs::path m_folder;
    std::vector<fs::path> m_files;
    RowOrigin m_origin;
    std::shared_ptr<const MappedFile> m_file; // one at a time
    std::string_view m_text;
    Json m_value;
};

} // namespace

std::vector<fs::path> textFilesIn(const fs::path& folder) try {
    std::vector<fs::path> files;
    for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
        if (isHidden(entry->path())) {
            entry.disable_recursion_pending();
            continue;
        }
        if (std::ranges::find(kEndings, endingOf(entry->path())) != kEndings.end() && entry->is_regular_file())
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
} catch (const fs::filesystem_error& error) {
    throwSystemError("read", folder, error.code().value());
}

std::unique_ptr<RowSource> textFolder(const fs::path& folder) {
    return std::make_unique<TextFolder>(folder);
}

} // namespace fettle
