#include "core/data/cache/text_code.h"
#include "core/parquet/openers.h"

// The one function that libfettle-parquet.so exports.
extern "C" __attribute__((visibility("default"))) void fettleRegisterColumnReaders(fettle::ColumnReaders& readers) {
    readers = {.textCode = fettle::kTextCode, .openParquet = fettle::openParquet, .openArrow = fettle::openArrow};
}
