#include "core/base/resources.h"
#include "core/config/recipes.h"
#include "tests/support/test_main.h"

using namespace fettle;

class RecipesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bundledRecipesAreReadAndHaveTheirData() {
        int recipes = 0;
        for (const auto& entry : std::filesystem::directory_iterator(recipeFolder())) {
            const RunConfig config = readRecipe(entry.path());
            if (config.model.path == "pocket")
                QVERIFY2(std::filesystem::exists(config.data.train.at(0).path), entry.path().c_str());
            ++recipes;
        }
        QVERIFY(recipes >= 3);
    }

    void othersKeepTheirPaths() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("own.json").toStdString();
        std::filesystem::copy_file(recipeFolder() / "pocket-chat.json", file);

        QCOMPARE(readRecipe(file).data.train.at(0).path, std::string("pocket/data/chat.jsonl"));
    }
};

FETTLE_TEST(RecipesTest)
#include "recipes_test.moc"
