#include "ui/text/finding_text.h"

#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace fettle;
using namespace fettle::ui;

namespace {

// Says everything in capitals, but for the places.
class Shouting : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char*, int) const override {
        if (qstrcmp(context, "fettle") != 0) return {};
        return QString::fromUtf8(source).toUpper().replace("%N", "%n").replace("{LENGTH}", "{length}");
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class FindingTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void oneRowHasASentenceOfItsOwn() {
        QCOMPARE(findingText({.kind = FindingKind::EmptyAnswer, .rows = 1, .places = {}, .facts = {}}),
                 "One answer is empty.");
        QCOMPARE(findingText({.kind = FindingKind::EmptyAnswer, .rows = 1500, .places = {}, .facts = {}}),
                 "1,500 answers are empty.");
    }

    void factsStandInTheLocalesNotation() {
        const Finding cut{
            .kind = FindingKind::CutRow, .rows = 3, .places = {}, .facts = {{"length", "1024"}, {"longest", "20000"}}};

        QCOMPARE(findingText(cut), "3 rows are longer than 1,024 tokens and are cut.");
        QVERIFY(findingHint(cut).contains("20,000"));
    }

    void kindsAreTranslatedWithTheirFacts() {
        Shouting translator;
        QCoreApplication::installTranslator(&translator);
        const Finding cut{.kind = FindingKind::CutRow, .rows = 3, .places = {}, .facts = {{"length", "1024"}}};

        QCOMPARE(findingText(cut), "3 ROWS ARE LONGER THAN 1,024 TOKENS AND ARE CUT.");
        QCoreApplication::removeTranslator(&translator);
    }
};

FETTLE_TEST(FindingTextTest)
#include "finding_text_test.moc"
