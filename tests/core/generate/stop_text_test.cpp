#include "core/generate/stop_text.h"
#include "tests/support/test_main.h"

using namespace fettle;

class StopTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textBeforeAStopStringIsKept() {
        StopText stop({"END"});
        QCOMPARE(stop.push("abcENDdef"), std::string("abc"));
        QVERIFY(stop.isStopped());
        QCOMPARE(stop.push("more"), std::string());
    }

    void aPossibleBeginningIsHeldBack() {
        StopText stop({"END"});
        QCOMPARE(stop.push("abE"), std::string("ab"));
        QCOMPARE(stop.push("N"), std::string());
        QCOMPARE(stop.push("x"), std::string("ENx"));
        QVERIFY(!stop.isStopped());
    }

    void heldTextComesOutAtTheEnd() {
        StopText stop({"END"});
        QCOMPARE(stop.push("aEN"), std::string("a"));
        QCOMPARE(stop.finish(), std::string("EN"));
    }

    void theFirstOfSeveralStopsCounts() {
        StopText stop({"yy", "x"});
        QCOMPARE(stop.push("a x yy"), std::string("a "));
    }

    void specialTokensStopAndAreNotShown() {
        StopText stop({"\n<|im_end|>"});
        QCOMPARE(stop.pushHidden("<|im_start|>"), std::string());
        QCOMPARE(stop.push("a\nb\n"), std::string("a\nb"));
        QCOMPARE(stop.pushHidden("<|im_end|>"), std::string());
        QVERIFY(stop.isStopped());
    }

    void heldSpecialTokensStayHidden() {
        StopText stop({"<|a|>END"});
        QCOMPARE(stop.pushHidden("<|a|>"), std::string());
        QCOMPARE(stop.push("EN"), std::string());
        QCOMPARE(stop.push("x"), std::string("ENx"));
    }
};

FETTLE_TEST(StopTextTest)
#include "stop_text_test.moc"
