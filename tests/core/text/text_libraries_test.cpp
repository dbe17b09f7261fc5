#include "core/text/text_libraries.h"

#include "tests/support/test_main.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <unicode/uvernum.h>

using namespace fettle;

class TextLibrariesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What the headers of this build say; the libraries are of the same version here.
    void versionsAreTold() {
        const QString told = QString::fromStdString(textLibraries());

        QVERIFY(told.startsWith("ICU " U_ICU_VERSION " with Unicode "));
        QVERIFY(told.contains(QStringLiteral("PCRE2 %1.%2").arg(PCRE2_MAJOR).arg(PCRE2_MINOR)));
    }
};

FETTLE_TEST(TextLibrariesTest)
#include "text_libraries_test.moc"
