#include "core/source/safetensors.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

std::string messageOf(const std::string& file) {
    const auto bytes = std::as_bytes(std::span(file));
    return errorOf([&] { (void)parseSafetensorsHeader(bytes, "x"); }).message;
}

SafetensorsHeader parsed(const std::string& file) {
    return parseSafetensorsHeader(std::as_bytes(std::span(file)), "x");
}

std::string lengthOnly(std::uint64_t length) {
    std::string file(sizeof length, '\0');
    std::memcpy(file.data(), &length, sizeof length);
    return file;
}

std::string entry(const std::string& name, const std::string& rest) {
    return "\"" + name + "\":{" + rest + "}";
}

// Ten tensors over one range, as the reference's own test has it.
std::string sharedRange() {
    std::string header = "{";
    for (char name = 'a'; name < 'k'; ++name)
        header += (header.size() > 1 ? "," : "") +
                  entry(std::string(1, name), R"("dtype":"F32","shape":[2,2],"data_offsets":[0,16])");
    return safetensors(header + "}", 16);
}

} // namespace

// What huggingface/safetensors demands (safetensors/src/tensor.rs), check by check, with its own tests' bad files.
class SafetensorsHeaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badFilesAreNamedByWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const std::string& file, const char* message) {
            QTest::newRow(name) << QByteArray::fromStdString(file) << message;
        };
        const auto one = [](const std::string& rest, std::size_t bytes) {
            return safetensors("{" + entry("a", rest) + "}", bytes);
        };
        row("empty", "", "x: too short for a safetensors file.");
        row("seven bytes", std::string(7, '\0'), "x: too short for a safetensors file.");
        row("huge header", lengthOnly(100'000'001),
            "x: its header claims 100000001 bytes, more than any real file has.");
        row("overflowing header", lengthOnly(~std::uint64_t{0}),
            "x: its header claims 18446744073709551615 bytes, more than any real file has.");
        row("header beyond the file", lengthOnly(1), "x: its header is longer than the file.");
        row("no UTF-8", safetensors("{\"\xFF\":1}", 0), "x: its header is not valid JSON: *");
        row("half a header", safetensors("{", 0), "x: its header is not valid JSON: *");
        row("two headers", safetensors("{}{}", 0), "x: its header is not valid JSON: *");
        row("a list", safetensors("[]", 0), "x: its header is no JSON object.");
        row("deep", safetensors(R"({"a":)" + std::string(600, '[') + std::string(600, ']') + "}", 0),
            "x: its header is nested too deeply.");
        row("same name twice", safetensors(R"({"a":1,"a":1})", 0), "x: its header names \"a\" twice.");
        row("same key twice", one(R"("dtype":"F32","dtype":"F32","shape":[0],"data_offsets":[0,0])", 0),
            "x: its header names \"dtype\" twice.");
        row("metadata no object", safetensors(R"({"__metadata__":[]})", 0), "x: its metadata is no object.");
        row("metadata no text", safetensors(R"({"__metadata__":{"a":1}})", 0), "x: its metadata \"a\" is not a text.");
        row("no dtype", one(R"("shape":[0],"data_offsets":[0,0])", 0), "x: the entry of \"a\" is incomplete.");
        row("no shape", one(R"("dtype":"F32","data_offsets":[0,0])", 0), "x: the entry of \"a\" is incomplete.");
        row("no offsets", one(R"("dtype":"F32","shape":[0])", 0), "x: the entry of \"a\" is incomplete.");
        row("no entry", safetensors(R"({"a":3})", 0), "x: the entry of \"a\" is incomplete.");
        row("unknown dtype", one(R"("dtype":"F33","shape":[0],"data_offsets":[0,0])", 0),
            "x: \"a\" has an unknown number format.");
        row("dtype no text", one(R"("dtype":32,"shape":[0],"data_offsets":[0,0])", 0),
            "x: \"a\" has an unknown number format.");
        row("shape no list", one(R"("dtype":"F32","shape":4,"data_offsets":[0,16])", 16),
            "x: the shape of \"a\" is no list.");
        row("negative size", one(R"("dtype":"F32","shape":[-1],"data_offsets":[0,0])", 0),
            "x: \"a\" has a size or offset that is no whole number.");
        row("fractional size", one(R"("dtype":"F32","shape":[1.0],"data_offsets":[0,4])", 4),
            "x: \"a\" has a size or offset that is no whole number.");
        row("one offset", one(R"("dtype":"F32","shape":[0],"data_offsets":[0])", 0),
            "x: the offsets of \"a\" are no pair.");
        row("hole in front", one(R"("dtype":"F32","shape":[1],"data_offsets":[4,8])", 8),
            "x: the data of \"a\" overlaps another tensor or leaves a hole.");
        row("hole between",
            safetensors("{" + entry("a", R"("dtype":"U8","shape":[4],"data_offsets":[0,4])") + "," +
                            entry("b", R"("dtype":"U8","shape":[4],"data_offsets":[5,9])") + "}",
                        9),
            "x: the data of \"b\" overlaps another tensor or leaves a hole.");
        row("backwards", one(R"("dtype":"F32","shape":[1],"data_offsets":[4,0])", 4),
            "x: the data of \"a\" overlaps another tensor or leaves a hole.");
        row("shared range", sharedRange(), "x: the data of \"b\" overlaps another tensor or leaves a hole.");
        row("wrong size", one(R"("dtype":"F32","shape":[2,2],"data_offsets":[0,12])", 12),
            "x: the shape of \"a\" needs 16 bytes, it has 12.");
        row("shape overflow", one(R"("dtype":"F32","shape":[4294967296,4294967296,4],"data_offsets":[0,16])", 16),
            "x: the shape of \"a\" is too large.");
        row("size overflow", one(R"("dtype":"F32","shape":[9223372036854775807],"data_offsets":[0,16])", 16),
            "x: the shape of \"a\" is too large.");
        row("half a byte", one(R"("dtype":"F4","shape":[3],"data_offsets":[0,2])", 2),
            "x: \"a\" does not fill whole bytes.");
        row("bytes left over", one(R"("dtype":"F32","shape":[1],"data_offsets":[0,4])", 5),
            "x: it has 5 bytes of data, its header describes 4.");
        row("bytes missing", one(R"("dtype":"F32","shape":[1],"data_offsets":[0,4])", 3),
            "x: it has 3 bytes of data, its header describes 4.");
        row("no tensors but data", safetensors("{}", 1), "x: it has 1 bytes of data, its header describes 0.");
    }

    void badFilesAreNamedByWhatIsWrong() {
        QFETCH(QByteArray, file);
        QFETCH(QString, message);

        const QString got = QString::fromStdString(messageOf(file.toStdString()));

        if (message.endsWith('*')) {
            message.chop(1);
            QCOMPARE(got.left(message.size()), message);
        } else {
            QCOMPARE(got, message);
        }
    }

    void errorsNameFileTensorAndRemedy() {
        const std::string file = safetensors(R"({"a":3})", 0);

        const Error error = errorOf([&] { (void)parsed(file); });

        QCOMPARE(error.kind, ErrorKind::BadFile);
        QCOMPARE(error.facts, (Facts{{"file", "x"}, {"tensor", "a"}}));
        QVERIFY(!error.hint.empty());
    }

    void metadataMayBeAbsentOrNull() {
        QCOMPARE(parsed(safetensors(R"({"__metadata__":null})", 0)).metadata.size(), std::size_t{0});
        QCOMPARE(parsed(safetensors(R"({"__metadata__":{"format":"pt"}})", 0)).metadata.at("format"),
                 std::string("pt"));
    }

    void whiteSpaceAroundTheHeaderIsAccepted() {
        QCOMPARE(parsed(safetensors(" \n{}  ", 0)).tensors.size(), std::size_t{0});
        QCOMPARE(parsed(safetensors("\t{}\r", 0)).dataStart, std::uint64_t{12});
    }

    void emptyAndScalarTensorsAreLegal() {
        const auto header =
            parsed(safetensors("{" + entry("none", R"("dtype":"F32","shape":[2,0],"data_offsets":[4,4])") + "," +
                                   entry("one", R"("dtype":"F32","shape":[],"data_offsets":[0,4])") + "}",
                               4));

        QCOMPARE(header.tensors.at(0).name, std::string("one"));
        QCOMPARE(header.tensors.at(1).name, std::string("none"));
    }

    void everyNumberFormatHasItsWidth_data() {
        QTest::addColumn<int>("bits");
        for (const char* dtype : {"BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ"})
            QTest::newRow(dtype) << 8;
        for (const char* dtype : {"I16", "U16", "F16", "BF16"})
            QTest::newRow(dtype) << 16;
        for (const char* dtype : {"I32", "U32", "F32"})
            QTest::newRow(dtype) << 32;
        for (const char* dtype : {"I64", "U64", "F64", "C64"})
            QTest::newRow(dtype) << 64;
        QTest::newRow("F4") << 4;
        QTest::newRow("F6_E2M3") << 6;
        QTest::newRow("F6_E3M2") << 6;
        QTest::newRow("f32") << 0;
    }
    void everyNumberFormatHasItsWidth() { QTEST(bitWidth(QTest::currentDataTag()), "bits"); }

    void aRealFileWithBytesLeftOverIsRefused() {
        const auto file = kModels / "safetensors-samples/tiny.safetensors";
        if (!std::filesystem::exists(file)) QSKIP("no fixtures: set FETTLE_FIXTURES");

        QVERIFY(errorOf([&] {
                    (void)readTensorTableOfFile(file);
                }).message.ends_with("it has 32773 bytes of data, its header describes 32768."));
    }

    // Counted and read with Python's json and struct modules; the first by name.
    void realFiles_data() {
        QTest::addColumn<int>("tensors");
        QTest::addColumn<QString>("first");
        QTest::newRow("safetensors-samples/tensor-1d-int32.safetensors") << 1 << "I32 3";
        QTest::newRow("safetensors-samples/tensor-2d-float64.safetensors") << 1 << "F64 2 3";
        QTest::newRow("safetensors-samples/tensor-3d-float32.safetensors") << 1 << "F32 2 2 3";
        QTest::newRow("safetensors-samples/tensor-4d-float32.safetensors") << 1 << "F32 2 3 1 3";
        QTest::newRow("safetensors-samples/overall.safetensors") << 9 << "U8 6";
        QTest::newRow("minicpm3-random/model.safetensors") << 15 << "F32 100 100";
        QTest::newRow("tiny-gemma-hf/gemma_hf_checkpoint.safetensors") << 11 << "F16 100 64";
        QTest::newRow("stories260K/hf-derived/model.safetensors") << 47 << "F32 512 64";
        QTest::newRow("../adapters/mlx-dpo-qwen/adapters.safetensors") << 8 << "F32 896 8";
        QTest::newRow("../adapters/trl-kto-gpt2/adapter_model.safetensors") << 24 << "F32 16 768";
    }
    void realFiles() {
        const auto file = kModels / QTest::currentDataTag();
        if (!std::filesystem::exists(file)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const TensorTable table = readTensorTableOfFile(file);
        const TensorEntry& first = table.begin()->second.entry;
        QString shape = QString::fromStdString(first.dtype);
        for (const std::int64_t size : first.shape)
            shape += ' ' + QString::number(size);

        QTEST(static_cast<int>(table.size()), "tensors");
        QTEST(shape, "first");
    }
};

FETTLE_TEST(SafetensorsHeaderTest)
#include "safetensors_header_test.moc"
