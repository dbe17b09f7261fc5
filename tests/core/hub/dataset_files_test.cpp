#include "core/hub/glob.h"
#include "tests/core/hub/hub_model.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const HubRepo kRepo = {.name = "o/n", .kind = RepoKind::Dataset};

HubListing listingOf(const std::vector<std::string>& paths, Json card = nullptr) {
    HubListing listing{.commit = kCommit, .card = std::move(card)};
    for (const std::string& path : paths)
        listing.files.push_back({.path = path, .size = 1, .hash = std::string(40, 'a')});
    return listing;
}

QStringList chosenOf(const HubListing& listing, const DatasetPart& part) {
    QStringList names;
    for (const HubFile& file : datasetFiles(listing, part, kRepo))
        names << QString::fromStdString(file.path);
    names.sort();
    return names;
}

const HubListing kPlain = listingOf({"README.md", ".gitattributes", "dataset_infos.json",
                                     "data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet",
                                     "data/test-00000-of-00001.parquet", "extra/dev.jsonl", "image.png"});
const Json kCard = {
    {"configs",
     {{{"config_name", "main"},
       {"data_files",
        {{{"split", "train"}, {"path", "main/train-*"}}, {{"split", "test"}, {"path", {"main/test-*"}}}}}},
      {{"config_name", "socratic"}, {"data_files", "socratic/*.jsonl"}}}}};
const HubListing kWithCard = listingOf({"main/train-0.parquet", "main/test-0.parquet", "socratic/a.jsonl"}, kCard);

} // namespace

class DatasetFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitsAreKnownByNames() {
        QCOMPARE(chosenOf(kPlain, {.split = "train"}),
                 (QStringList{"data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet"}));
        QCOMPARE(chosenOf(kPlain, {.split = "validation"}), QStringList{"extra/dev.jsonl"});
        QCOMPARE(chosenOf(kPlain, {}).size(), 4);
    }

    void aFileWithoutASplitIsForTraining() {
        QCOMPARE(chosenOf(listingOf({"alpaca_data.json"}), {.split = "train"}), QStringList{"alpaca_data.json"});
    }

    void subsetsAndSplitsAreTheCards() {
        QCOMPARE(chosenOf(kWithCard, {.subset = "main", .split = "test"}), QStringList{"main/test-0.parquet"});
        QCOMPARE(chosenOf(kWithCard, {.subset = "socratic", .split = "train"}), QStringList{"socratic/a.jsonl"});
    }

    void theDefaultSubsetNeedsNoName() {
        Json card = kCard;
        card["configs"][1]["default"] = true;

        QCOMPARE(chosenOf(listingOf({"main/train-0.parquet", "socratic/a.jsonl"}, card), {}),
                 QStringList{"socratic/a.jsonl"});
    }

    void aFolderMayBeASubset() {
        const HubListing listing = listingOf({"en/train.jsonl", "de/train.jsonl"});

        QCOMPARE(chosenOf(listing, {.subset = "de"}), QStringList{"de/train.jsonl"});
        QCOMPARE(chosenOf(listingOf({"en/train.jsonl", "de/train.jsonl"},
                                    {{"configs", {{{"config_name", "x"}, {"data_dir", "de"}}}}}),
                          {}),
                 QStringList{"de/train.jsonl"});
    }

    void whatThereIsIsNamed_data() {
        QTest::addColumn<DatasetPart>("part");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<std::string>("choices");
        QTest::newRow("none of several") << DatasetPart{} << ErrorKind::BadUsage << std::string("main, socratic");
        QTest::newRow("subset") << DatasetPart{.subset = "x"} << ErrorKind::HubNotFound
                                << std::string("main, socratic");
        QTest::newRow("split") << DatasetPart{.subset = "main", .split = "dev"} << ErrorKind::HubNotFound
                               << std::string("test, train");
    }
    void whatThereIsIsNamed() {
        QFETCH(DatasetPart, part);
        QFETCH(ErrorKind, kind);
        QFETCH(std::string, choices);

        const Error error = errorOf([&] { (void)datasetFiles(kWithCard, part, kRepo); });

        QCOMPARE(error.kind, kind);
        QCOMPARE(error.facts.at("choices"), choices);
    }

    void aRepositoryOfPicturesIsAnError() {
        QCOMPARE(errorOf([] { (void)datasetFiles(listingOf({"a.png"}), {}, kRepo); }).kind, ErrorKind::BadDataset);
    }

    void cardsOfAnyShapeAreRead_data() {
        QTest::addColumn<std::string>("card");
        for (const char* card : {"1", "[]", R"({"configs": 3})", R"({"configs": [1, {}, {"config_name": 5}]})",
                                 R"({"configs": [{"config_name": "a", "data_files": [{"split": 1}]}]})"})
            QTest::newRow(card) << std::string(card);
    }
    void cardsOfAnyShapeAreRead() {
        QFETCH(std::string, card);

        QCOMPARE(chosenOf(listingOf({"a.jsonl"}, parseJson(card, "card")), {}), QStringList{"a.jsonl"});
    }

    void globsAreFsspecs_data() {
        QTest::addColumn<std::string>("pattern");
        QTest::addColumn<std::string>("path");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* pattern, const char* path, bool fits) {
            QTest::addRow("%s %s", pattern, path) << std::string(pattern) << std::string(path) << fits;
        };
        row("data/train-*", "data/train-0.parquet", true);
        row("data/*", "data/a/b", false);
        row("data/**", "data/a/b", true);
        row("**/*.json", "a.json", true);
        row("**/*.json", "x/y/a.json", true);
        row("**/*.json", "x/y/ajson", false);
        row("a/**/b", "a/b", true);
        row("a/**/b", "ab", false);
        row("?.txt", "a.txt", true);
        row("?.txt", "/.txt", false);
        row("[a-c]-[!0].txt", "b-1.txt", true);
        row("[a-c]-[!0].txt", "b-0.txt", false);
        row("[a", "[a", true);
        row("", "", true);
        row("*", "", true);
        row("**", "a/b", true);
        row("a.txt", "a.txt", true);
    }
    void globsAreFsspecs() {
        QFETCH(std::string, pattern);
        QFETCH(std::string, path);
        QFETCH(bool, fits);

        QCOMPARE(matchesGlob(pattern, path), fits);
    }

    void noPatternTakesForever() {
        std::string pattern;
        for (int i = 0; i < 200; ++i)
            pattern += "*a";

        QVERIFY(!matchesGlob(pattern + "b", std::string(400, 'a')));
    }

    void aSplitIsFetched() {
        HubModel hub({{"train.jsonl", "1"}, {"test.jsonl", "2"}});

        const GotRepo got = hub.getDataset({.split = "test"});

        QCOMPARE(got.snapshot, hub.cache() / "datasets--o--n/snapshots" / kCommit);
        QCOMPARE(hub.requestsOf("train.jsonl"), std::size_t{0});
        QVERIFY(hub.server().requests().back().path.starts_with("/datasets/o/n/resolve/"));
    }
};

FETTLE_TEST(DatasetFilesTest)
#include "dataset_files_test.moc"
