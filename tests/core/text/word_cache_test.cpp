#include "core/text/word_cache.h"

#include "tests/support/test_main.h"

#include <memory>
#include <string>
#include <thread>

using namespace fettle;

class WordCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasKeptIsFound() {
        const auto cache = std::make_unique<WordCache>();

        cache->keep("there", {{7, 5}});

        QVERIFY(cache->find("other") == nullptr);
        QVERIFY(cache->find("there") != nullptr);
        QCOMPARE(cache->find("there")->front().id, 7);
    }

    void aLongWordIsNotKept() {
        const auto cache = std::make_unique<WordCache>();
        const std::string word(65, 'a');

        cache->keep(word, {{1, 65}});

        QVERIFY(cache->find(word) == nullptr);
    }

    // More words than there is room for, by several threads: whatever is found is right.
    void threadsFindWhatOthersKept() {
        const auto cache = std::make_unique<WordCache>();
        const auto work = [&] {
            for (int i = 0; i < 100'000; ++i) {
                const std::string word = "w" + std::to_string(i);
                if (const auto* tokens = cache->find(word); tokens != nullptr && tokens->front().id != i)
                    qFatal("another word's tokens");
                cache->keep(word, {{i, 1}});
            }
        };
        std::thread other(work);
        work();
        other.join();
        QVERIFY(cache->find("w0") != nullptr);
    }
};

FETTLE_TEST(WordCacheTest)
#include "word_cache_test.moc"
