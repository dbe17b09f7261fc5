#include "core/text/bpe.h"
#include "core/text/utf8.h"
#include "tests/support/test_main.h"

#include <random>

using namespace fettle;

namespace {

// Byte-pair encoding as it is defined: of all adjacent pairs the leftmost of the lowest rank, until there is none.
std::vector<std::string> mergedOneByOne(std::vector<std::string> pieces, const std::vector<std::string>& merges) {
    for (;;) {
        std::size_t best = merges.size(), place = 0;
        for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
            for (std::size_t rank = 0; rank < best; ++rank)
                if (merges[rank] == pieces[i] + " " + pieces[i + 1]) best = rank, place = i;
        if (best == merges.size()) return pieces;
        pieces[place] += pieces[place + 1];
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(place) + 1);
    }
}

const std::vector<std::string> kMerges = {"a b", "b a", "▁ a", "ab a", "▁a b", "c c", "é a", "cc ▁", "ba b"};

Json model(const Json& further) {
    Json made = {{"type", "BPE"}, {"vocab", Json::object()}, {"merges", kMerges}, {"unk_token", "?"}};
    int id = 0;
    for (const char* piece : {"?", "a", "b", "c", "é", "▁", "<0xC3>", "<0xB8>"})
        made["vocab"][piece] = id++;
    for (const std::string& merge : kMerges) {
        const std::string joined = merge.substr(0, merge.find(' ')) + merge.substr(merge.find(' ') + 1);
        if (!made["vocab"].contains(joined)) made["vocab"][joined] = id++;
    }
    made.update(further);
    return made;
}

std::vector<std::string> randomText(std::mt19937& random, std::size_t length, std::vector<std::string> letters) {
    std::vector<std::string> text;
    for (std::size_t i = 0; i < length; ++i)
        text.push_back(letters[random() % letters.size()]);
    return text;
}

std::string joined(const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& piece : pieces)
        text += piece;
    return text;
}

// Ids, and how many bytes each stands for.
std::vector<std::pair<TokenId, std::uint32_t>> plain(const std::vector<WordToken>& tokens) {
    std::vector<std::pair<TokenId, std::uint32_t>> result;
    for (const WordToken& token : tokens)
        result.emplace_back(token.id, token.bytes);
    return result;
}

} // namespace

// Long words are cut where no merge goes across; the tokens must not show it.
class SeamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void longWordsBecomeTheSameTokens() {
        const Bpe bpe(model(Json::object()));
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const auto letters = randomText(random, 20 + random() % 150, {"a", "b", "c", "é", "▁"});
            std::vector<std::pair<TokenId, std::uint32_t>> expected;
            for (const std::string& piece : mergedOneByOne(letters, kMerges))
                expected.emplace_back(bpe.vocabulary().find(piece)->second, static_cast<std::uint32_t>(piece.size()));

            QCOMPARE(plain(bpe.encode(joined(letters))), expected);
        }
    }

    void unknownCharactersStayFused() {
        const Bpe fused(model({{"fuse_unk", true}})), bytes(model({{"byte_fallback", true}}));
        const std::string known(100, 'c');

        // 50 times "cc", then one unknown stretch of three characters, or two byte tokens and one unknown twice.
        const auto tokens = plain(fused.encode(known + "øxy" + known));
        QCOMPARE(tokens.size(), std::size_t{101});
        QCOMPARE(tokens[50], (std::pair<TokenId, std::uint32_t>{0, 4}));
        QCOMPARE(bytes.encode(known + "øxy" + known).size(), std::size_t{104});
    }

    void joinsAreFoundByTheirCharacters() {
        Seams seams;
        seams.join("xé", "▁y");

        QVERIFY(seams.isJoined(U'é', U'▁'));
        QVERIFY(!seams.isJoined(U'x', U'é'));
        QVERIFY(!seams.isJoined(U'▁', U'é'));
    }
};

FETTLE_TEST(SeamsTest)
#include "seams_test.moc"
