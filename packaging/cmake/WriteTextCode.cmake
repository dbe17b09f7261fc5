# cmake -DSOURCE=DIR -DVERSION=V -DOUT=FILE.cpp -P WriteTextCode.cmake: which code makes tokens, as a text that changes
# with the sources of core/base, core/text, core/data and core/parquet.
set(all "")
foreach(folder base text data parquet)
    file(GLOB_RECURSE files RELATIVE ${SOURCE} ${SOURCE}/core/${folder}/*.cpp ${SOURCE}/core/${folder}/*.h)
    list(SORT files)
    foreach(file ${files})
        file(SHA256 ${SOURCE}/${file} hash)
        string(APPEND all "${file} ${hash}\n")
    endforeach()
endforeach()
string(SHA256 hash "${all}")
file(WRITE ${OUT} "#include \"core/data/cache/text_code.h\"\n
namespace fettle {\n
const char* const kTextCode = \"${VERSION} ${hash}\";\n
} // namespace fettle\n")
