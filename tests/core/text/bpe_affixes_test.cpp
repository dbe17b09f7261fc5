#include "core/text/bpe.h"

#include "core/base/error.h"
#include "tests/core/text/fixtures.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json model() {
    return parseJson(R"({"type": "BPE", "unk_token": "<unk>", "continuing_subword_prefix": "##",
        "end_of_word_suffix": "</w>",
        "vocab": {"<unk>": 0, "l": 1, "##o": 2, "##w</w>": 3, "lo": 4, "##w": 5, "low</w>": 6, "##e": 7, "##r</w>": 8,
                  "##er</w>": 9, "l</w>": 10, "##o</w>": 11},
        "merges": [["l", "##o"], ["lo", "##w</w>"], ["##e", "##r</w>"]]})",
                     "test");
}

Ids idsOf(std::string_view word) {
    Ids ids;
    for (const WordToken& token : Bpe(model()).encode(word))
        ids.push_back(token.id);
    return ids;
}

} // namespace

class BpeAffixesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // tokenizers 0.23.3 with the same model gives these ids.
    void prefixAndSuffixAreHonoured() {
        QCOMPARE(idsOf("low"), (Ids{6}));
        QCOMPARE(idsOf("lower"), (Ids{4, 5, 9}));
        QCOMPARE(idsOf("l"), (Ids{10}));
        QCOMPARE(idsOf("lo"), (Ids{1, 11}));
        QCOMPARE(idsOf("low!"), (Ids{4, 5, 0}));
    }

    void whatIsNotHonouredIsRefusedByName() {
        Json random = model(), mixed = model();
        random["dropout"] = 0.1;
        mixed["byte_fallback"] = true;

        for (const auto& [json, key] : {std::pair{random, "dropout"}, {mixed, "byte_fallback"}})
            try {
                const Bpe bpe(json);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind, ErrorKind::BadTokenizer);
                QCOMPARE(error.facts.at("key"), std::string(key));
            }
    }
};

FETTLE_TEST(BpeAffixesTest)
#include "bpe_affixes_test.moc"
