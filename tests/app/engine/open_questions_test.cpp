// What config.json leaves open or says wrongly, the files answer: the number format, a head of its own. The situations
// are those of public reports (openpipe/openpipe issue 591; vllm-project/vllm issues 51665 and 6758); expected values
// are transformers' own.
#include "core/base/files.h"
#include "tests/app/fettle/program.h"

#include <QTemporaryDir>

#include <cmath>
#include <cstring>

using namespace fettle;
using namespace fettle::test;

namespace {

const std::filesystem::path kCases = std::filesystem::path(FETTLE_FIXTURES).parent_path() / "cases";

QString file(const char* name) {
    return QString::fromStdString((kCases / name).string());
}

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
    void initTestCase() {
        if (!std::filesystem::exists(kCases)) QSKIP("the situations of public reports are missing");
    }

    void aMergedModelHasTheNumberFormatOfItsBase() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("merged");

        const Ended ended = fettle::test::fettle({"merge", "--model", file("merge-dtype/model"), "--adapter",
                                                  file("merge-dtype/adapter"), "--out", out, "--json"});

        QCOMPARE(ended.exitCode, 0);
        const Json config = readJson(out.toStdString() + "/config.json");
        QCOMPARE(config.value("dtype", config.value("torch_dtype", "")), std::string("bfloat16"));
        const Json tensors = tensorsOf(out.toStdString() + "/model.safetensors");
        for (const auto& [name, tensor] : tensors.items())
            if (name != "__metadata__") QCOMPARE(tensor.at("dtype").get<std::string>(), std::string("BF16"));
    }

    void theListOfModelsSaysTheNumberFormat() {
        const Ended ended = fettle::test::fettle({"models", file("merge-dtype"), "--json"});

        const Json models = ended.json().at("models");
        QVERIFY(!models.empty());
        for (const Json& model : models)
            if (model.at("name") == "model") QCOMPARE(model.at("dtype").get<std::string>(), std::string("bfloat16"));
    }

    void aHeadThatDiffersIsUsed() {
        const Ended ended = fettle::test::fettle({"score", "--model", file("tied-own-head/model"), "--file",
                                                  file("tied-own-head/row.jsonl"), "--dtype", "float32", "--json"});

        QCOMPARE(ended.exitCode, 0);
        const Json expected = readJson(kCases / "tied-own-head/expected.json").at("model");
        const Json found = ended.json().at("logprobs");
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 1; i < expected.size(); ++i)
            QVERIFY(std::abs(found[i].get<double>() - expected[i].get<double>()) < 1e-4);
    }

    void aHeadOfItsOwnIsSavedAsOne() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("copy");

        const Ended ended =
            fettle::test::fettle({"merge", "--model", file("tied-own-head/model"), "--out", out, "--json"});

        QCOMPARE(ended.exitCode, 0);
        QVERIFY(!readJson(out.toStdString() + "/config.json").at("tie_word_embeddings").get<bool>());
        QVERIFY(tensorsOf(out.toStdString() + "/model.safetensors").contains("lm_head.weight"));
    }
};

FETTLE_TEST(OpenQuestionsTest)
#include "open_questions_test.moc"
