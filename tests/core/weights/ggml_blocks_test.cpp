#include "core/weights/ggml_blocks.h"

#include "core/base/json.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace fettle;
using namespace fettle::test;

namespace {

std::vector<std::byte> fromHex(const std::string& hex) {
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromStdString(hex));
    const auto* begin = reinterpret_cast<const std::byte*>(bytes.constData());
    return {begin, begin + bytes.size()};
}

std::vector<float> expandedValues(const GgmlType& type, const std::vector<std::byte>& blocks) {
    std::vector<float> values(blocks.size() / static_cast<std::size_t>(type.blockBytes) *
                              static_cast<std::size_t>(type.blockValues));
    dequantize(type, blocks, values);
    return values;
}

std::vector<std::byte> packedValues(const GgmlType& type, const std::vector<float>& values) {
    std::vector<std::byte> blocks(values.size() / static_cast<std::size_t>(type.blockValues) *
                                  static_cast<std::size_t>(type.blockBytes));
    quantize(type, values, blocks);
    return blocks;
}

std::vector<float> normalValues(std::size_t count, float mean) {
    std::mt19937 random(3);
    std::normal_distribution<float> draw(mean, 1);
    std::vector<float> values(count);
    for (float& value : values)
        value = draw(random);
    return values;
}

// Root of the mean square of what is lost, in standard deviations.
double lossOf(const GgmlType& type, const std::vector<float>& values) {
    const std::vector<float> again = expandedValues(type, packedValues(type, values));
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        squares += std::pow(static_cast<double>(again[i]) - values[i], 2);
    return std::sqrt(squares / static_cast<double>(values.size()));
}

} // namespace

class GgmlBlocksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_golden = readJson(FETTLE_SOURCE "/tests/golden/ggml_blocks.json"); }

    void everyTypeIsReadAsGgufPyDoes_data() {
        QTest::addColumn<QString>("type");
        for (const char* type : {"Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q4_K", "Q5_K", "Q6_K"})
            QTest::newRow(type) << type;
    }
    void everyTypeIsReadAsGgufPyDoes() {
        QFETCH(QString, type);
        const Json& golden = m_golden.at("read").at(type.toStdString());

        const auto values =
            expandedValues(ggmlTypeNamed(type.toStdString()), fromHex(golden.at("bytes").get<std::string>()));

        QVERIFY(values == golden.at("values").get<std::vector<float>>());
    }

    void simpleTypesAreWrittenBitByBit_data() {
        QTest::addColumn<QString>("type");
        QTest::newRow("Q8_0") << "Q8_0";
        QTest::newRow("Q5_0") << "Q5_0";
    }
    void simpleTypesAreWrittenBitByBit() {
        QFETCH(QString, type);
        const auto values = m_golden.at("values").get<std::vector<float>>();

        const auto blocks = packedValues(ggmlTypeNamed(type.toStdString()), values);

        QVERIFY(blocks == fromHex(m_golden.at("written").at(type.toStdString()).get<std::string>()));
    }

    // Of 32 standard normal values a block's range is about four deviations wide: fifteen steps of it lose
    // 4.1 / 15 / sqrt(12) = 0.08 of a deviation, sixty-three steps for the 16 of Q6_K less than a quarter of that.
    void mixedTypesLoseLittle() {
        const auto values = normalValues(64 * 256, 0);

        QVERIFY2(lossOf(ggmlTypeNamed("Q4_K"), values) < 0.08,
                 qPrintable(QString::number(lossOf(ggmlTypeNamed("Q4_K"), values))));
        QVERIFY2(lossOf(ggmlTypeNamed("Q6_K"), values) < 0.02,
                 qPrintable(QString::number(lossOf(ggmlTypeNamed("Q6_K"), values))));
    }

    // A minimum of its own makes no difference between values around zero and those below it.
    void valuesBelowZeroKeepTheirRange() { QVERIFY(lossOf(ggmlTypeNamed("Q4_K"), normalValues(64 * 256, -5)) < 0.1); }

    void blocksOfZerosStayZeros_data() {
        QTest::addColumn<QString>("type");
        for (const char* type : {"Q5_0", "Q8_0", "Q4_K", "Q6_K"})
            QTest::newRow(type) << type;
    }
    void blocksOfZerosStayZeros() {
        QFETCH(QString, type);
        const GgmlType& ggml = ggmlTypeNamed(type.toStdString());

        const auto values = expandedValues(ggml, packedValues(ggml, std::vector<float>(512, 0.0F)));

        QVERIFY(std::ranges::all_of(values, [](float value) { return value == 0; }));
    }

private:
    Json m_golden;
};

FETTLE_TEST(GgmlBlocksTest)
#include "ggml_blocks_test.moc"
