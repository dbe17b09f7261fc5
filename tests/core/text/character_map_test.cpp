#include "core/text/sentencepiece_check.h"

#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <random>

using namespace fettle;
using namespace fettle::test;

namespace {

const std::filesystem::path kModel = kTokenizers / "sentencepiece/test_model.model";

std::string withNumber(std::string bytes, std::size_t at, std::uint32_t number) {
    std::memcpy(bytes.data() + at, &number, sizeof number);
    return bytes;
}

// Field 3 (normalizer_spec) with field 2 (precompiled_charsmap): at most 127 bytes.
std::string modelWith(const std::string& map) {
    const std::string inside = std::string("\x12") + static_cast<char>(map.size()) + map;
    return std::string("\x1a") + static_cast<char>(inside.size()) + inside;
}

} // namespace

class CharacterMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsThatLeadOutOfTheirArrayAreUnsound() {
        QVERIFY(hasSoundCharacterMaps(""));
        QVERIFY(hasSoundCharacterMaps(modelWith("")));
        QVERIFY(!hasSoundCharacterMaps(modelWith("abc")));
        // One unit whose offset leads to unit 1 of 1.
        QVERIFY(!hasSoundCharacterMaps(modelWith(withNumber(withNumber(std::string(9, '\0'), 0, 4), 4, 1 << 10))));
        QVERIFY(!hasSoundCharacterMaps(modelWith(withNumber(std::string(9, '\0'), 0, 0xFFFFFFFF))));
    }

    void realMapsAreSound() {
        if (!std::filesystem::exists(kModel)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        for (const auto& file : std::filesystem::directory_iterator(kModel.parent_path()))
            if (file.path().extension() == ".model" || file.path().extension() == ".spm")
                QVERIFY2(hasSoundCharacterMaps(readFile(file.path())), file.path().c_str());
    }

    // The map lies at the end of the file: numbers written over it either read on or are refused.
    void damagedMapsDoNotCrash() {
        if (!std::filesystem::exists(kModel)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        const TokenizerFolder folder;
        const std::string whole = readFile(kModel);
        std::mt19937 random(1);
        int refused = 0;
        for (int i = 0; i < 200; ++i) {
            std::string damaged = whole;
            for (int k = 0; k < 200; ++k)
                damaged =
                    withNumber(std::move(damaged), whole.size() / 2 + random() % (whole.size() / 2 - 8), random());
            std::ofstream(folder.path() / "tokenizer.model") << damaged;
            try {
                (void)folder.load()->encode("Ａ ﬁ ①ｶﾞ ½ é", SpecialTokens::Add);
            } catch (const Error&) {
                ++refused;
            }
        }
        QVERIFY(refused > 0);
    }
};

FETTLE_TEST(CharacterMapTest)
#include "character_map_test.moc"
