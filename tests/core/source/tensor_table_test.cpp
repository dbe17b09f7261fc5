#include "core/source/safetensors.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::string index(const Json& weightMap) {
    return Json{{"metadata", {{"total_size", 0}}}, {"weight_map", weightMap}}.dump();
}

constexpr const char* kIndex = "model.safetensors.index.json";

} // namespace

// A model's tensors over one file or several.
class TensorTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shardsAreJoined() {
        const Folder folder;
        folder.write("m-1.safetensors", vectorFile("a", 2));
        folder.write("m-2.safetensors", vectorFile("b", 3));
        folder.write(kIndex, index({{"a", "m-1.safetensors"}, {"b", "m-2.safetensors"}}));

        const TensorTable table = readTensorTable(folder.path());

        QCOMPARE(table.size(), std::size_t{2});
        QCOMPARE(table.at("b").file, folder.path() / "m-2.safetensors");
        QCOMPARE(table.at("b").entry.shape, (std::vector<std::int64_t>{3}));
    }

    void oneFileWinsOverTheIndex() {
        const Folder folder;
        folder.write("model.safetensors", vectorFile("a", 2));
        folder.write(kIndex, "broken");

        QCOMPARE(readTensorTable(folder.path()).size(), std::size_t{1});
    }

    void tensorsThatTheIndexDoesNotNameAreThereToo() {
        const Folder folder;
        folder.write("m.safetensors", safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},
                                                     "b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})",
                                                  2));
        folder.write(kIndex, index({{"a", "m.safetensors"}}));

        QCOMPARE(readTensorTable(folder.path()).size(), std::size_t{2});
    }

    void namesMustBePlain_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"", ".", "..", "../m.safetensors", "/etc/passwd", "a/b.safetensors", "a\\b.safetensors"})
            QTest::newRow(name) << name;
    }
    void namesMustBePlain() {
        QFETCH(QString, name);
        const Folder folder;
        folder.write("m.safetensors", vectorFile("a", 1));
        folder.write(kIndex, index({{"a", name.toStdString()}}));

        const Error error = errorOf([&] { (void)readTensorTable(folder.path()); });

        QCOMPARE(error.kind, ErrorKind::BadFile);
        QVERIFY(error.message.ends_with("\"a\" is said to lie outside the model's folder."));
    }

    void whatTheIndexNamesWithoutNeedMayBeMissing() {
        const Folder folder;
        folder.write("m.safetensors", vectorFile("a", 1));
        folder.write(kIndex, index({{"a", "m.safetensors"}, {"b", "m.safetensors"}}));

        QCOMPARE(readTensorTable(folder.path()).size(), std::size_t{1});
    }

    void shardsMustBeThere() {
        const Folder folder;
        folder.write(kIndex, index({{"a", "m.safetensors"}}));

        QCOMPARE(errorOf([&] { (void)readTensorTable(folder.path()); }).kind, ErrorKind::FileNotFound);
    }

    void noTensorLiesInTwoShards() {
        const Folder folder;
        folder.write("m-1.safetensors", vectorFile("a", 1));
        folder.write("m-2.safetensors", safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},
                                                       "b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})",
                                                    2));
        folder.write(kIndex, index({{"a", "m-1.safetensors"}, {"b", "m-2.safetensors"}}));

        QVERIFY(errorOf([&] {
                    (void)readTensorTable(folder.path());
                }).message.ends_with("\"a\" lies in m-1.safetensors and in m-2.safetensors."));
    }

    void brokenIndexesAreRefused_data() {
        QTest::addColumn<QString>("index");
        for (const char* text : {"", "[]", "{}", R"({"weight_map": []})", R"({"weight_map": {"a": 1}})", "{"})
            QTest::newRow(text) << text;
    }
    void brokenIndexesAreRefused() {
        QFETCH(QString, index);
        const Folder folder;
        folder.write(kIndex, index.toStdString());

        QCOMPARE(errorOf([&] { (void)readTensorTable(folder.path()); }).kind, ErrorKind::BadFile);
    }

    void picklesAreRefusedByName() {
        const Folder folder;
        folder.write("pytorch_model.bin", "x");

        const Error error = errorOf([&] { (void)readTensorTable(folder.path()); });

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QCOMPARE(error.facts.at("file"), (folder.path() / "pytorch_model.bin").string());
    }

    void foldersWithoutWeightsAreNamed() {
        const Folder folder;

        QCOMPARE(errorOf([&] { (void)readTensorTable(folder.path()); }).kind, ErrorKind::FileNotFound);
    }
};

FETTLE_TEST(TensorTableTest)
#include "tensor_table_test.moc"
