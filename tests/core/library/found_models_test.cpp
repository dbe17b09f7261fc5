#include "core/library/found_models.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/cases.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

namespace {

// A model of one layer, 4 wide, with all its tensors in one file.
Json smallConfig() {
    return {{"model_type", "llama"},    {"vocab_size", 3},
            {"hidden_size", 4},         {"intermediate_size", 2},
            {"num_hidden_layers", 1},   {"num_attention_heads", 2},
            {"num_key_value_heads", 1}, {"tie_word_embeddings", true}};
}

std::string weights(const Architecture& architecture, const std::string& without = {}, const char* type = "F8_E4M3") {
    Json header = Json::object();
    std::int64_t end = 0;
    for (const ModuleSpec& module : modulesOf(architecture)) {
        if (module.kind == ModuleKind::Head || module.name == without) continue;
        const std::int64_t begin = end;
        end += module.outFeatures * std::max<std::int64_t>(1, module.inFeatures);
        Json shape = {module.outFeatures};
        if (module.inFeatures > 0) shape.push_back(module.inFeatures);
        header[module.name + ".weight"] = {{"dtype", type}, {"shape", shape}, {"data_offsets", {begin, end}}};
    }
    return safetensors(header.dump(), static_cast<std::size_t>(end));
}

void writeModel(const Folder& folder, const std::string& name, const std::string& without = {}) {
    folder.write(name + "/config.json", smallConfig().dump());
    folder.write(name + "/model.safetensors", weights(parseArchitecture(smallConfig()), without));
    folder.write(name + "/tokenizer.json", "{}");
}

QStringList foundNames(const Folder& folder) {
    QStringList names;
    for (const FoundModel& model : findModels({folder.path()}))
        names << QString::fromStdString(model.name);
    names.removeAll("pocket");
    names.sort();
    return names;
}

} // namespace

class FoundModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeModelHasNoProblem() {
        const Folder folder;
        writeModel(folder, "m");

        const FoundModel model = describeModel(folder.path() / "m");

        QVERIFY(!model.problem);
        QCOMPARE(model.name, std::string("m"));
        // 3*4 embeddings, 4*4 q, 2*4 k, 2*4 v, 4*4 o, three of 2*4, three norms of 4.
        QCOMPARE(model.parameters, std::int64_t{12 + 16 + 8 + 8 + 16 + 24 + 12});
        QCOMPARE(model.fileBytes, std::uint64_t{96});
        QVERIFY(!model.hasChatTemplate);
    }

    void wholeNumbersAreNoWeights() {
        const Folder folder;
        writeModel(folder, "m");
        folder.write("m/model.safetensors", weights(parseArchitecture(smallConfig()), {}, "I8"));

        QVERIFY(describeModel(folder.path() / "m").problem->message.find("I8") != std::string::npos);
    }

    void templatesAreSeenWhereverTheyLie() {
        const Folder folder;
        for (const char* name : {"a", "b", "c"})
            writeModel(folder, name);
        folder.write("a/chat_template.jinja", "x");
        folder.write("b/tokenizer_config.json", R"({"chat_template": "x"})");
        folder.write("c/tokenizer_config.json", "{}");

        QVERIFY(describeModel(folder.path() / "a").hasChatTemplate);
        QVERIFY(describeModel(folder.path() / "b").hasChatTemplate);
        QVERIFY(!describeModel(folder.path() / "c").hasChatTemplate);
    }

    void problemsAreTold_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("content"); // null: the file is missing
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* file, const char* content, const char* problem) {
            QTest::newRow(problem) << file << (content == nullptr ? QString() : QString(content)) << problem;
        };
        row("config.json", "{", "is not valid JSON");
        row("config.json", R"({"model_type": "mamba"})", "Models of the family \"mamba\" cannot be used.");
        row("config.json", R"({"model_type": "llama"})",
            "\"model.embed_tokens.weight\" has another shape than config.json says.");
        row("model.safetensors", nullptr, "has no model.safetensors");
        row("model.safetensors", "short", "too short for a safetensors file");
        row("tokenizer.json", nullptr, "It has no tokenizer.json and no tokenizer.model.");
        row("tokenizer_config.json", "[", "tokenizer_config.json is not valid JSON");
    }
    void problemsAreTold() {
        QFETCH(QString, file);
        QFETCH(QString, content);
        QFETCH(QString, problem);
        const Folder folder;
        writeModel(folder, "m");
        const std::string name = "m/" + file.toStdString();
        if (content.isNull())
            std::filesystem::remove(folder.path() / name);
        else
            folder.write(name, content.toStdString());

        const QString told = QString::fromStdString(describeModel(folder.path() / "m").problem->message);

        QVERIFY2(told.contains(problem), qPrintable(told));
    }

    void missingAndMisshapenTensorsAreNamed() {
        const Folder folder;
        writeModel(folder, "m", "model.norm");
        QCOMPARE(describeModel(folder.path() / "m").problem->message,
                 std::string("The weights lack \"model.norm.weight\"."));

        Json wider = smallConfig();
        wider["intermediate_size"] = 3;
        folder.write("m/config.json", wider.dump());
        QVERIFY(describeModel(folder.path() / "m").problem->message.find("mlp.gate_proj.weight\" has another shape") !=
                std::string::npos);
    }

    void allFoldersBelowAreSearched() {
        const Folder folder;
        writeModel(folder, "here");
        writeModel(folder, "a/b/c/deep");
        writeModel(folder, "a/b/c/d/e/too-deep");
        folder.write("empty/readme.txt", "x");

        QCOMPARE(foundNames(folder), (QStringList{"deep", "here"}));
    }

    void aHubCachesSnapshotsAreModels() {
        const Folder folder;
        writeModel(folder, "hub/models--org--name/snapshots/0123abcd");

        QCOMPARE(foundNames(folder), QStringList{"org/name"});
    }

    void runFoldersAreNoModels() {
        const Folder folder;
        writeModel(folder, "run");
        folder.write("run/events.jsonl", "");

        QCOMPARE(foundNames(folder), QStringList());
    }

    void linksThatGoInCirclesEnd() {
        const Folder folder;
        writeModel(folder, "a/m");
        std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a/loop");
        std::filesystem::create_directory_symlink(folder.path() / "a/m", folder.path() / "again");

        QCOMPARE(foundNames(folder).size(), 1);
    }

    void foldersThatDoNotExistHoldNothing() { QVERIFY(findModels({"/nonexistent"}).size() <= 1); } // pocket

    void indexesThatDisagreeWithTheirShards_data() {
        QTest::addColumn<std::string>("name");
        for (const char* name : {"entries-missing", "tied-head-listed", "wrong-shard"})
            QTest::newRow(name) << std::string(name);
    }
    void indexesThatDisagreeWithTheirShards() {
        FETTLE_NEEDS_CASE("index-entries");
        QFETCH(std::string, name);

        const FoundModel model = describeModel(kCases / "index-entries" / name);

        QVERIFY(!model.problem); // every tensor is there, with its shape
    }

    void realModelIsUsable() {
        const auto folder = kModels / "stories260K/hf-derived";
        if (!std::filesystem::exists(folder)) QSKIP("no fixtures: set FETTLE_FIXTURES");

        const FoundModel model = describeModel(folder);

        QVERIFY(!model.problem);
        QCOMPARE(model.parameters, std::int64_t{260'032}); // 512 x 64, 5 layers of 45,440, 64
        QCOMPARE(model.fileBytes, std::uint64_t{4 * 260'032});
    }
};

FETTLE_TEST(FoundModelsTest)
#include "found_models_test.moc"
