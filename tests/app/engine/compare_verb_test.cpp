// The same questions asked in several ways.
#include "core/base/resources.h"
#include "tests/app/fettle/program.h"

using namespace fettle;
using namespace fettle::test;

class CompareVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWayIsAskedTheSame() {
        const QString held = QString::fromStdString((resourceFolder() / "pocket" / "data" / "held_out.jsonl").string());

        const Ended ended = fettle::test::fettle({"compare", "--model", "pocket", "--file", held, "--samples", "6",
                                                  "--shots", "2", "--dtype", "float32", "--threads", "1", "--json"});

        QCOMPARE(ended.exitCode, 0);
        std::vector<Json> ways;
        QStringList names;
        for (qsizetype line = 0; line < ended.lines().size(); ++line) {
            const Json way = ended.json(line);
            if (way.at("type") != "way") continue;
            ways.push_back(way);
            names << QString::fromStdString(way.at("name").get<std::string>());
            QVERIFY(way.at("score") >= 0.0 && way.at("score") <= 1.0);
            QVERIFY(way.at("output_tokens") > 0.0);
        }
        QCOMPARE(names, (QStringList{"zero_shot", "few_shot", "few_shot_text", "chain_of_thought", "second_turn"}));
        QVERIFY(ways[1].at("prompt_tokens") > ways[0].at("prompt_tokens"));
        QVERIFY(ways[2].at("score") > 0.5); // the pocket model has read such text, but no conversations
        QVERIFY(ways[4].at("output_tokens") > ways[0].at("output_tokens"));
        const Json comparison = ended.json(ended.lines().size() - 1);
        QCOMPARE(comparison.at("type"), Json("comparison"));
        QCOMPARE(comparison.at("questions"), Json(6));
        QCOMPARE(comparison.at("ways"), Json(ways));
    }

    void tooFewQuestionsAreSaid() {
        const QString probes =
            QString::fromStdString((resourceFolder() / "probes" / "general.txt").string()); // text asks nothing

        QCOMPARE(fettle::test::fettle({"compare", "--model", "pocket", "--file", probes, "--json"}).error().at("kind"),
                 "bad_dataset");
    }
};

FETTLE_TEST(CompareVerbTest)
#include "compare_verb_test.moc"
