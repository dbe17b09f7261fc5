// What config.json leaves open or says wrongly, the files answer: the number format, a head of its own. The situations
// are those of public reports (openpipe/openpipe issue 591; vllm-project/vllm issues 51665 and 6758); expected values
// are transformers' own.
#include "core/base/files.h"
#include "tests/app/fettle/program.h"
#include "tests/support/cases.h"

#include <QTemporaryDir>

#include <cstring>

using namespace fettle;
using namespace fettle::test;

namespace {

// The header of a safetensors file.
Json tensorsOf(const std::filesystem::path& file) {
    const std::string bytes = readFile(file);
    std::uint64_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    return parseJson(bytes.substr(sizeof size, size), "header");
}

} // namespace

class OpenQuestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FETTLE_NEEDS_CASE("."); }

    void aMergedModelHasTheNumberFormatOfItsBase() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("merged");

        const Ended ended = fettle::test::fettle({"merge", "--model", caseFile("merge-dtype/model"), "--adapter",
                                                  caseFile("merge-dtype/adapter"), "--out", out, "--json"});

        QCOMPARE(ended.exitCode, 0);
        const Json config = readJson(out.toStdString() + "/config.json");
        QCOMPARE(config.value("dtype", config.value("torch_dtype", "")), std::string("bfloat16"));
        const Json tensors = tensorsOf(out.toStdString() + "/model.safetensors");
        for (const auto& [name, tensor] : tensors.items())
            if (name != "__metadata__") QCOMPARE(tensor.at("dtype").get<std::string>(), std::string("BF16"));
    }

    void theListOfModelsSaysTheNumberFormat() {
        const Ended ended = fettle::test::fettle({"models", caseFile("merge-dtype"), "--json"});

        const Json models = ended.json().at("models");
        QVERIFY(!models.empty());
        for (const Json& model : models)
            if (model.at("name") == "model") QCOMPARE(model.at("dtype").get<std::string>(), std::string("bfloat16"));
    }

    void aHeadOfItsOwnIsSavedAsOne() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("copy");

        const Ended ended =
            fettle::test::fettle({"merge", "--model", caseFile("tied-own-head/model"), "--out", out, "--json"});

        QCOMPARE(ended.exitCode, 0);
        QVERIFY(!readJson(out.toStdString() + "/config.json").at("tie_word_embeddings").get<bool>());
        QVERIFY(tensorsOf(out.toStdString() + "/model.safetensors").contains("lm_head.weight"));
    }
};

FETTLE_TEST(OpenQuestionsTest)
#include "open_questions_test.moc"
