#include "core/plan/plan_warnings.h"
#include "tests/support/test_main.h"
#include "ui/text/problem_text.h"

using namespace fettle;
using namespace fettle::ui;

class ProblemTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void factsStandInTheSentence() {
        ConfigProblems problems;
        warn(problems, "data.packing", {"Packing leaves only {steps} steps.", {{"steps", "12"}}}, "Switch it off.");

        QCOMPARE(problems.front().message, std::string("Packing leaves only 12 steps."));
        QCOMPARE(problemText(problems.front()), "Packing leaves only 12 steps.");
        QCOMPARE(problemHint(problems.front(), {}), "Switch it off.");
    }

    void englishSaysAllThatTheMessageSays() {
        ConfigProblems problems;
        refuse(problems, "data.train", "No token would be trained on.", "");
        problems.front().message += " Line 3 is empty.";

        QCOMPARE(problemText(problems.front()), "No token would be trained on. Line 3 is empty.");
    }

    void tooLittleMemoryNamesWhatSavesSome() {
        Plan plan;
        plan.memory.weights = 3'000'000'000;
        plan.memoryAvailable = 2'000'000'000;
        plan.savings = {{"gradient_checkpointing", "on", 500'000'000},
                        {"batch.per_device_batch_size", "2", 1'000'000'000}};

        const QString hint = problemHint({kMemoryKey, "Too much.", "Save.", false}, plan);

        QCOMPARE(hint, "Gradient checkpointing saves 500 MB. A batch size of 2 saves 1 GB, which is enough.");
    }
};

FETTLE_TEST(ProblemTextTest)
#include "problem_text_test.moc"
