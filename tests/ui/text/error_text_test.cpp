#include "tests/support/test_main.h"
#include "ui/text/error_json.h"
#include "ui/text/error_text.h"

using namespace fettle;
using namespace fettle::ui;

class ErrorTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasASentence() {
        for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
            const Error error{static_cast<ErrorKind>(kind), "English words.", "Do this."};

            QVERIFY2(!errorText(error).isEmpty(), wireName(error.kind).data());
            QVERIFY2(!hintText(error).isEmpty(), wireName(error.kind).data());
        }
    }

    void factsBecomePartOfTheSentence() {
        const Error error{
            ErrorKind::FileNotFound, "open /data/chat.jsonl: No such file", "", {{"file", "/data/chat.jsonl"}}};

        QCOMPARE(errorText(error), "chat.jsonl does not exist.");
    }

    void anUnknownSentenceIsTheEngines() {
        const Error error{ErrorKind::BadDataset, "Line 312 of chat.jsonl has no \"messages\" list.", "Add it."};

        QCOMPARE(errorText(error), "Line 312 of chat.jsonl has no \"messages\" list.");
        QCOMPARE(hintText(error), "Add it.");
    }

    void theMostParticularSentenceIsTaken() {
        const Error known{ErrorKind::NonFinite, "At step 7.", "", {{"step", "7"}}};
        const Error other{ErrorKind::NonFinite, "A log-probability is no number."};

        QCOMPARE(errorText(known), "The loss or its gradient is no longer a number at step 7.");
        QCOMPARE(errorText(other), "A log-probability is no number.");
    }

    void aKilledEngineIsMostLikelyOutOfMemory() {
        const Error error{ErrorKind::OutOfMemory, "killed", "", {{"signal", "9"}}};

        QVERIFY(errorText(error).contains("ran out of memory"));
        QVERIFY(hintText(error).contains("smaller batch"));
    }

    void detailsHoldEverything() {
        const Error error{ErrorKind::BadConfig, "Wrong.", "Right it.", {{"key", "adapter.r"}}};

        QCOMPARE(errorDetails(error), "Wrong.\nRight it.\nkind: bad_config\nkey: adapter.r");
    }

    void anErrorSurvivesTheWire() {
        const Error error{ErrorKind::BadModel, "Wrong.", "Right it.", {{"file", "a"}}};

        const Error read = errorFrom(toJson(error));

        QCOMPARE(read.kind, error.kind);
        QCOMPARE(read.message, error.message);
        QCOMPARE(read.hint, error.hint);
        QVERIFY(read.facts == error.facts);
    }

    void whatIsNoErrorBecomesOneWithoutWords() {
        QCOMPARE(errorFrom(Json("text")).kind, ErrorKind::Internal);
        QCOMPARE(errorFrom(Json{{"kind", 7}, {"facts", "none"}}).message, std::string());
    }
};

FETTLE_TEST(ErrorTextTest)
#include "error_text_test.moc"
