// NF4 against bitsandbytes (tests/golden/nf4.py), to the bit.
#include "core/base/files.h"
#include "core/config/quantization.h"
#include "core/ops/linears.h"
#include "tests/support/formula_tensors.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>

using namespace fettle;
using namespace fettle::ops;
using namespace fettle::test;

namespace {

at::Tensor weightOf(const std::string& name, const std::vector<std::int64_t>& shape) {
    const at::Tensor weight = formulaTensor(name, shape) * formulaTensor(name + ".spread", shape, 4.0).exp();
    weight.view({-1}).slice(0, 64, 128).zero_();
    return weight;
}

std::string digest(const at::Tensor& tensor) {
    const at::Tensor dense = tensor.contiguous();
    const QByteArrayView bytes(static_cast<const char*>(dense.const_data_ptr()),
                               static_cast<qsizetype>(dense.nbytes()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace

class Nf4Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesAndValuesAreTheReferences_data() {
        QTest::addColumn<QString>("name");
        for (const auto& [name, value] : m_golden.at("cases").items())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void codesAndValuesAreTheReferences() {
        QFETCH(QString, name);
        const Json golden = m_golden.at("cases").at(name.toStdString());
        const auto shape = golden.at("shape").get<std::vector<std::int64_t>>();
        const auto type = golden.at("dtype") == "bfloat16" ? at::kBFloat16 : at::kFloat;

        const auto storage = nf4Storage(weightOf(name.toStdString(), shape).to(type), golden.at("double_quant"));

        const at::Tensor values = storage->dense(at::kFloat);
        const at::Tensor samples = values.view({-1}).slice(0, 0, {}, m_golden.at("every").get<std::int64_t>());
        const auto expected = golden.at("samples").get<std::vector<float>>();
        QVERIFY2(at::equal(samples, at::tensor(expected)), c10::str(samples - at::tensor(expected)).c_str());
        const std::int64_t bytes = (values.numel() + 1) / 2; // behind them lie the fillers of the last block
        QCOMPARE(digest(storage->leaf().narrow(0, 0, bytes)), golden.at("codes").get<std::string>());
        QCOMPARE(digest(values), golden.at("values").get<std::string>());
    }

    // Many rows and few, forwards and backwards, in blocks of rows that do not divide the matrix.
    void productsAreThoseOfTheDenseMatrix() {
        at::manual_seed(1);
        const LinearWeight weight = LinearWeight(at::randn({1030, 600})).quantized({"nf4"});
        const at::Tensor dense = weight.dense(at::kFloat), x = at::randn({20, 600}), dy = at::randn({20, 1030});

        const at::Tensor y = weight.storage().product(x, {}), dx = weight.storage().addBackProduct({}, dy);

        QVERIFY((y - at::mm(x, dense.t())).abs().max().item<double>() < 1e-3); // sums of 600 of order one
        QVERIFY((dx - at::mm(dy, dense)).abs().max().item<double>() < 1e-3);
    }

    // The light half's arithmetic, which the plan uses, against what is really kept.
    void matricesTakeThePlannedBytes() {
        for (const auto& [rows, columns] : {std::pair<std::int64_t, std::int64_t>{7, 10}, {64, 64}, {300, 96}})
            for (const bool isDouble : {false, true}) {
                const auto storage = nf4Storage(at::randn({rows, columns}), isDouble);
                QCOMPARE(static_cast<std::uint64_t>(storage->bytes()),
                         quantizedBytes(Nf4Quantization{isDouble}, rows, columns));
                QCOMPARE(static_cast<std::uint64_t>(int8Storage(at::randn({rows, columns}))->bytes()),
                         quantizedBytes(Int8Quantization{}, rows, columns));
            }
    }

private:
    const Json m_golden = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/nf4.json");
};

FETTLE_TEST(Nf4Test)
#include "nf4_test.moc"
