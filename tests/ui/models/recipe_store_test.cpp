#include "core/base/files.h"
#include "core/config/recipes.h"
#include "tests/support/test_main.h"
#include "ui/models/recipe_store.h"

#include <QAbstractItemModelTester>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

struct RecipeStoreStage {
    RecipeStoreStage() {
        qputenv("FETTLE_RESOURCES", FETTLE_SOURCE "/resources");
        refresh();
    }
    ~RecipeStoreStage() { qunsetenv("FETTLE_RESOURCES"); }
    void refresh() {
        QSignalSpy refreshed(&store, &RecipeStore::refreshed);
        store.refresh();
        QTRY_COMPARE(refreshed.count(), 1);
    }
    [[nodiscard]] QVariant at(int row, int role) const { return store.index(row).data(role); }

    QTemporaryDir folder;
    RecipeStore store{folder.filePath("recipes")};
};

} // namespace

class RecipeStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void bundledRecipesAreThere() {
        RecipeStoreStage stage;
        QAbstractItemModelTester tester(&stage.store);

        const int row = stage.store.rowOf("pocket chat");

        QVERIFY(row >= 0);
        QVERIFY(stage.at(row, RecipeStore::BundledRole).toBool());
        QVERIFY(stage.store.rowOf("SmolLM2-135M everyday conversations") >= 0);
    }

    void thePocketRecipeFindsItsData() {
        RecipeStoreStage stage;
        RunConfig config;
        connect(&stage.store, &RecipeStore::loaded, this, [&](const QString&, const RunConfig& c) { config = c; });

        stage.store.load(stage.at(stage.store.rowOf("pocket chat"), RecipeStore::FileRole).toString());

        QTRY_COMPARE(config.data.train.size(), 1u);
        QVERIFY(QFileInfo::exists(QString::fromStdString(config.data.train.front().path)));
    }

    void anOwnRecipeIsSavedAndRemoved() {
        RecipeStoreStage stage;
        QSignalSpy saved(&stage.store, &RecipeStore::saved), refreshed(&stage.store, &RecipeStore::refreshed);
        RunConfig config;
        config.seed = 7;
        stage.store.save("My recipe", config);
        QTRY_COMPARE(saved.count(), 1);
        QTRY_COMPARE(refreshed.count(), 1);
        const QString file = saved.first().first().toString();
        QCOMPARE(readRecipe(file.toStdString()).seed, 7);
        QVERIFY(stage.store.rowOf("My recipe") >= 0);

        stage.store.remove(file);

        QTRY_COMPARE(refreshed.count(), 2);
        QCOMPARE(stage.store.rowOf("My recipe"), -1);
    }

    void aBrokenRecipeKeepsItsNameAndTellsWhenItIsLoaded() {
        RecipeStoreStage stage;
        const QString file = stage.folder.filePath("recipes/broken.json");
        makeFolder(stage.folder.filePath("recipes").toStdString());
        writeFileAtomically(file.toStdString(), "{");
        QSignalSpy failed(&stage.store, &RecipeStore::failed);

        stage.refresh();
        stage.store.load(file);

        QVERIFY(stage.store.rowOf("broken") >= 0);
        QTRY_COMPARE(failed.count(), 1);
    }
};

FETTLE_TEST(RecipeStoreTest)
#include "recipe_store_test.moc"
