#include "core/base/files.h"
#include "core/weights/tensors.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"

#include <cstring>

using namespace fettle;
using namespace fettle::test;

namespace {

const NamedTensors kTensors = {{"b.half", at::arange(6, at::kHalf).view({2, 3})},
                               {"a.byte", at::arange(3, at::kByte)},
                               {"c.float", at::arange(4, at::kFloat)},
                               {"a.float", at::arange(2, at::kFloat)},
                               {"brain", at::arange(5, at::kBFloat16)},
                               {"scalar", at::scalar_tensor(7.5, at::kFloat)},
                               {"none", at::empty({0, 3}, at::kFloat)}};

std::uint64_t headerSize(const std::string& bytes) {
    std::uint64_t size = 0;
    std::memcpy(&size, bytes.data(), sizeof size);
    return size;
}

} // namespace

class TensorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::filesystem::path(m_folder->path().toStdString()) / "model.safetensors";
    }

    void whatIsWrittenComesBack() {
        writeSafetensors(m_file, kTensors);

        const TensorSource source = TensorSource::openFile(m_file);
        QCOMPARE(source.names().size(), kTensors.size());
        for (const auto& [name, tensor] : kTensors) {
            QCOMPARE(source.tensor(name).scalar_type(), tensor.scalar_type());
            QVERIFY(at::equal(source.tensor(name), tensor));
        }
    }

    // As safetensors/src/tensor.rs writes: widest first, then by name, data at a multiple of eight; transformers asks
    // for the metadata.
    void headerIsSortedAndAligned() {
        writeSafetensors(m_file, kTensors);
        const std::string bytes = readFile(m_file);

        const std::uint64_t size = headerSize(bytes);
        QCOMPARE(size % 8, std::uint64_t{0});
        const Json header = parseJson(bytes.substr(8, size), "header");
        QCOMPARE(header.at("__metadata__").at("format").get<std::string>(), std::string("pt"));
        std::vector<std::pair<std::uint64_t, std::string>> byOffset;
        for (const auto& [name, entry] : header.items())
            if (name != "__metadata__" && name != "none")
                byOffset.emplace_back(entry.at("data_offsets").at(0).get<std::uint64_t>(), name);
        std::sort(byOffset.begin(), byOffset.end());
        std::vector<std::string> names;
        for (const auto& [offset, name] : byOffset)
            names.push_back(name);
        QCOMPARE(names, (std::vector<std::string>{"a.float", "c.float", "scalar", "b.half", "brain", "a.byte"}));
    }

    void tensorAtAnOddOffsetIsCopied() {
        // One byte, then a float that begins at offset 1: legal, only slower.
        std::string header = R"({"x":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                             R"("y":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}})";
        const std::uint64_t size = header.size();
        const float value = 2.5F;
        std::string bytes(reinterpret_cast<const char*>(&size), 8);
        bytes += header + '\1';
        bytes.append(reinterpret_cast<const char*>(&value), 4);
        writeFileAtomically(m_file, bytes);

        QCOMPARE(TensorSource::openFile(m_file).tensor("y").item<float>(), value);
    }

    void shardsNeverExceedTheirSize() {
        NamedTensors tensors;
        for (int i = 0; i < 5; ++i)
            tensors.emplace_back("t" + std::to_string(i), at::full({100}, i, at::kFloat));

        writeModelTensors(m_file.parent_path(), tensors, 900);

        const Json index = readJson(m_file.parent_path() / "model.safetensors.index.json");
        QCOMPARE(index.at("metadata").at("total_size").get<int>(), 2000);
        QCOMPARE(index.at("weight_map").at("t4").get<std::string>(), std::string("model-00003-of-00003.safetensors"));
        const TensorSource source = TensorSource::openFolder(m_file.parent_path());
        for (const auto& [name, tensor] : tensors)
            QVERIFY(at::equal(source.tensor(name), tensor));
    }

    void missingTensorIsNamed() {
        writeSafetensors(m_file, kTensors);

        const Error error = errorOf([&] { (void)TensorSource::openFile(m_file).tensor("absent"); });

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QVERIFY(error.message.find("absent") != std::string::npos);
    }

    void sizes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("GB") << "5GB" << qint64{5'000'000'000};
        QTest::newRow("GiB") << "2GiB" << qint64{2'147'483'648};
        QTest::newRow("MB") << "700MB" << qint64{700'000'000};
    }
    void sizes() {
        QFETCH(QString, text);
        QTEST(qint64{parseSize(text.toStdString())}, "bytes");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

FETTLE_TEST(TensorsTest)
#include "tensors_test.moc"
