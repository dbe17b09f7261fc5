#include "ui/window/translation.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

using namespace fettle::ui;

class TranslationTest : public QObject {
    Q_OBJECT

    static QString pseudo(const char* source) { return PseudoTranslator().translate("", source, nullptr, -1); }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void isFortyPercentLonger() {
        const QString text = pseudo("Start training the model now");
        QVERIFY(text.size() >= 28 * 13 / 10);
        QVERIFY(!text.contains("Start"));
    }

    void keepsPlacesAndTags() {
        QVERIFY(pseudo("step %1 of %L2").contains("%1"));
        QVERIFY(pseudo("step %1 of %L2").contains("%L2"));
        QVERIFY(pseudo("%n row(s)").contains("%n"));
        QVERIFY(pseudo("<b>bold</b>").contains("<b>"));
    }
};

FETTLE_TEST(TranslationTest)
#include "translation_test.moc"
