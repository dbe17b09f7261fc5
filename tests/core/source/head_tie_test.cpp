#include "core/source/head_tie.h"

#include "core/source/stored_dtype.h"
#include "core/source/stored_name.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

const std::string kEmbedding = "model.embed_tokens.weight", kHead = "lm_head.weight";

Json entry(const char* dtype, int begin, int end) {
    return {{"dtype", dtype}, {"shape", {end - begin}}, {"data_offsets", {begin, end}}};
}

// An embedding and a head of four bytes each, the head's last one as given.
TensorTable bothStored(const Folder& folder, char last) {
    std::string file =
        safetensors(Json{{kEmbedding, entry("F8_E4M3", 0, 4)}, {kHead, entry("F8_E4M3", 4, 8)}}.dump(), 8);
    file.back() = last;
    return readTensorTableOfFile(folder.write("model.safetensors", file));
}

TensorTable oneStored(const Folder& folder, const std::string& name) {
    return readTensorTableOfFile(
        folder.write("model.safetensors", safetensors(Json{{name, entry("F8_E4M3", 0, 4)}}.dump(), 4)));
}

} // namespace

class HeadTieTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalCopiesAreATie() {
        const Folder folder;

        QVERIFY(isHeadTied(bothStored(folder, 0), kEmbedding, kHead));
    }

    void aHeadThatDiffersIsOne() {
        const Folder folder;

        QVERIFY(!isHeadTied(bothStored(folder, 1), kEmbedding, kHead));
    }

    void oneOfTheTwoIsATie() {
        const Folder folder;

        QVERIFY(isHeadTied(oneStored(folder, kHead), kEmbedding, kHead));
        QVERIFY(isHeadTied(oneStored(folder, kEmbedding), kEmbedding, kHead));
    }

    void theOneThatIsThereIsRead() {
        const Folder folder;
        const Architecture tied = parseArchitecture({{"model_type", "llama"}, {"tie_word_embeddings", true}});

        QCOMPARE(storedName(oneStored(folder, kHead), tied, kEmbedding), kHead);
        QCOMPARE(storedName(oneStored(folder, kEmbedding), tied, kEmbedding), kEmbedding);
    }

    void theFirstFloatingTensorSaysTheNumberFormat() {
        const Folder folder;
        const std::string header = Json{{"a", entry("I8", 0, 2)},
                                        {"b", {{"dtype", "BF16"}, {"shape", {1}}, {"data_offsets", {2, 4}}}},
                                        {"c", {{"dtype", "F32"}, {"shape", {1}}, {"data_offsets", {4, 8}}}}}
                                       .dump();

        const TensorTable table = readTensorTableOfFile(folder.write("m.safetensors", safetensors(header, 8)));

        QCOMPARE(storedDtype(table), std::optional<std::string>("bfloat16"));
        QCOMPARE(storedDtype({}), std::optional<std::string>());
    }
};

FETTLE_TEST(HeadTieTest)
#include "head_tie_test.moc"
