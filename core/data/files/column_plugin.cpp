#include "core/data/files/column_plugin.h"

#include "core/base/plugin_file.h"
#include "core/data/cache/text_code.h"

#include <cstdlib>
#include <dlfcn.h>
#include <string_view>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPlugin = "libfettle-parquet.so";

[[noreturn]] void throwUnreadable(const fs::path& file, const std::string& reason, const std::string& hint) {
    throw Error{ErrorKind::BadDataset,
                file.filename().string() + " cannot be read: " + reason + ".",
                hint,
                {{"file", file.string()}}};
}

// Arrow by absolute path before the plug-in that needs it, for those who have it elsewhere than the plug-in looks.
void openChosenArrow() {
    const char* folder = std::getenv("FETTLE_ARROW");
    if (folder == nullptr) return;
    for (const char* library : {"libarrow.so.2600", "libparquet.so.2600"})
        (void)dlopen((fs::path(folder) / library).c_str(), RTLD_NOW | RTLD_LOCAL);
}

} // namespace

ColumnReaders columnReaders(const fs::path& file) {
    return columnReadersOf(pluginFile(kPlugin), file);
}

ColumnReaders columnReadersOf(const fs::path& plugin, const fs::path& file) {
    if (plugin.empty())
        throwUnreadable(file, std::string("this build of Fettle has no ") + kPlugin,
                        "Write the rows as JSON Lines, in Python: pandas.read_parquet(FILE).to_json(NEW, "
                        "orient='records', lines=True).");
    openChosenArrow();
    void* library = dlopen(plugin.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        throwUnreadable(file, dlerror(),
                        "Install the Arrow libraries with: pip install pyarrow==26.0.1, and name the folder that holds "
                        "them (site-packages/pyarrow) in FETTLE_ARROW.");
    const auto entry = reinterpret_cast<ColumnReadersEntry>(dlsym(library, kColumnReadersEntryName));
    ColumnReaders readers;
    if (entry != nullptr) entry(readers);
    if (std::string_view(readers.textCode) != kTextCode)
        throwUnreadable(file, plugin.string() + " belongs to another version", "Install Fettle again, as a whole.");
    return readers;
}

} // namespace fettle
