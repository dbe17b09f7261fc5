#include "core/text/tokenizer.h"

#include "tests/support/byte_model.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

class LoadTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFileIsInTheContentHash() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        writeByteModel(path);
        std::vector<std::string> hashes{hashOf(path)};

        for (const char* name : {"tokenizer.json", "tokenizer_config.json"}) {
            Json changed = readJson(path / name);
            changed["comment"] = "another file, the same tokens";
            writeJson(path / name, changed);
            hashes.push_back(hashOf(path));
        }
        for (const char* name : {"special_tokens_map.json", "added_tokens.json"}) {
            writeJson(path / name, Json::object());
            hashes.push_back(hashOf(path));
        }
        writeFileAtomically(path / "vocab.json", "{}");
        hashes.push_back(hashOf(path));
        writeFileAtomically(path / "merges.txt", "");
        hashes.push_back(hashOf(path));
        writeFileAtomically(path / "tokenizer.model", "");
        hashes.push_back(hashOf(path));

        std::sort(hashes.begin(), hashes.end());
        QVERIFY(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
        QVERIFY(!hashes.front().empty());
    }

    void theFolderAndOtherFilesAreNot() {
        const QTemporaryDir first, second;
        writeByteModel(first.path().toStdString());
        writeByteModel(second.path().toStdString());
        writeFileAtomically(second.filePath("model.safetensors").toStdString(), "weights");

        QCOMPARE(hashOf(first.path().toStdString()), hashOf(second.path().toStdString()));
    }

private:
    static std::string hashOf(const std::filesystem::path& folder) { return Tokenizer::load(folder)->contentHash(); }
};

FETTLE_TEST(LoadTokenizerTest)
#include "load_tokenizer_test.moc"
