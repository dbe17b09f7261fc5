#include "tests/support/test_main.h"
#include "ui/text/names.h"
#include "ui/text/run_state.h"

using namespace fettle::ui;

class NamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wireNamesAreTranslated() {
        QCOMPARE(adapterName("none"), "Full");
        QCOMPARE(objectiveName("sft"), "SFT");
        QCOMPARE(shortDtype("bfloat16"), "bf16");
    }

    void anUnknownNameStaysAsItIs() { QCOMPARE(adapterName("new"), "new"); }

    void everyStateHasAName() {
        for (int state = 0; state <= static_cast<int>(RunState::Interrupted); ++state)
            QVERIFY(!runStateText(static_cast<RunState>(state)).isEmpty());
    }

    void onlyEndsCanBeResumed() {
        for (int i = 0; i <= static_cast<int>(RunState::Interrupted); ++i) {
            const auto state = static_cast<RunState>(i);

            QVERIFY(!(isActive(state) && canResume(state)));
        }
    }
};

FETTLE_TEST(NamesTest)
#include "names_test.moc"
