#include "tests/ui/pages/studio.h"

#include "ui/pages/train/asking_rows.h"
#include "ui/pages/train/train_page.h"
#include "ui/widgets/message_strip.h"

#include <QCheckBox>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

Json way(const char* name, double score, const char* verdict) {
    return {{"name", name},         {"score", score},      {"verdict", verdict}, {"prompt_tokens", 12.4},
            {"output_tokens", 7.5}, {"milliseconds", 3.2}, {"bytes", 0}};
}

Json comparison(double fewShot) {
    return {{"type", "comparison"},
            {"scorer", "exact_match"},
            {"questions", 100},
            {"ways", {way("zero_shot", 0.1, "no_difference_shown"), way("few_shot", fewShot, "better")}}};
}

} // namespace

class AskingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void theAnswerGoesWithItsQuestion() {
        FakeEngine engine;
        engine.script(QStringLiteral("compare"),
                      QStringLiteral("print ") + QString::fromStdString(toLine(comparison(0.31))));
        Studio studio(engine.program());
        studio.show();
        studio.open("trainPage");
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        QTRY_VERIFY(studio.find<QAction>("askBase")->isEnabled());
        auto* ways = studio.find<QTableView>("askingWays");
        QVERIFY(ways->isHidden());

        studio.trigger("askBase");

        QTRY_VERIFY(!ways->isHidden());
        QCOMPARE(ways->model()->rowCount(), 2);
        QCOMPARE(ways->model()->index(1, 1).data().toString(), QStringLiteral("31 %"));
        QCOMPARE(ways->model()->index(1, 2).data().toString(), QStringLiteral("better"));
        auto* advice = studio.find<MessageStrip>("askingAdvice");
        QVERIFY(!advice->isHidden() && advice->text().contains(QLatin1String("something to train for")));

        page->useModel(QStringLiteral("another"));
        QTRY_VERIFY(ways->isHidden() && advice->isHidden());
        page->useModel(QStringLiteral("pocket"));
        QTRY_VERIFY(!ways->isHidden());
    }

    void whatIsForgottenIsMeasuredOnRequest() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        studio.open("trainPage");
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        auto* box = studio.find<QCheckBox>("forgetting");
        const auto sets = [page] { return page->draft().config().evaluation.sets; };

        page->setField(QStringLiteral("evaluation.sets"), {{{"name", "mine"}, {"path", "a.txt"}}});
        QTRY_COMPARE(sets().size(), std::size_t{1});
        QTRY_VERIFY(box->isEnabled());
        box->click();
        QCOMPARE(sets().size(), std::size_t{2});
        QVERIFY(std::filesystem::exists(sets().at(1).file.path));

        page->setField(QStringLiteral("evaluation.sets"), Json::array());
        QVERIFY(!box->isChecked());
        page->setField(QStringLiteral("objective.kind"), "reward");
        QVERIFY(!box->isEnabled());
    }

    void aPromptThatDoesIsSaid() {
        QVERIFY(!askingAdvice(comparison(0.94)).isPromptEnough);
        const AskingAdvice advice = askingAdvice(comparison(0.97));
        QVERIFY(advice.isPromptEnough);
        QVERIFY(advice.reason.contains(QLatin1String("With examples, as a conversation")));
        QVERIFY(advice.reason.contains(QLatin1String("97 %")));
    }
};

FETTLE_TEST(AskingTest)
#include "asking_test.moc"
