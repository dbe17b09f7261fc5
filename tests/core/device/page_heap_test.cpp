#include "core/device/page_heap.h"
#include "tests/support/test_main.h"

#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

using namespace fettle;

namespace {

constexpr std::size_t kMiB = 1 << 20;

} // namespace

class PageHeapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksAreApartAndAligned() {
        PageHeap heap(64 * kMiB);
        std::vector<unsigned char*> blocks;

        for (unsigned char i = 1; i <= 5; ++i) {
            blocks.push_back(static_cast<unsigned char*>(heap.take(3 * kMiB + i)));
            std::memset(blocks.back(), i, 3 * kMiB + i);
        }

        for (unsigned char i = 1; i <= 5; ++i) {
            const unsigned char* block = blocks[i - 1U];
            QCOMPARE(reinterpret_cast<std::size_t>(block) % PageHeap::kGranule, std::size_t{0});
            QVERIFY(block[0] == i && block[3 * kMiB + i - 1] == i);
            QVERIFY(heap.sizeOf(block) >= 3 * kMiB + i && heap.sizeOf(block) < 3 * kMiB + i + PageHeap::kGranule);
        }
    }

    void theSmallestHoleThatFitsIsFilled() {
        PageHeap heap(64 * kMiB);
        void* const large = heap.take(4 * kMiB);
        void* const wall = heap.take(kMiB);
        void* const small = heap.take(2 * kMiB);
        void* const end = heap.take(kMiB);
        heap.give(large);
        heap.give(small);

        QCOMPARE(heap.take(2 * kMiB), small);
        QCOMPARE(heap.take(3 * kMiB), large);
        QVERIFY(heap.owns(wall) && heap.owns(end) && !heap.owns(&heap));
    }

    void neighbouringHolesBecomeOne_data() {
        QTest::addColumn<std::vector<int>>("order");
        QTest::newRow("first to last") << std::vector{0, 1, 2};
        QTest::newRow("last to first") << std::vector{2, 1, 0};
        QTest::newRow("the middle last") << std::vector{0, 2, 1};
    }
    void neighbouringHolesBecomeOne() {
        QFETCH(const std::vector<int>, order);
        PageHeap heap(4 * kMiB);
        const std::vector<void*> blocks = {heap.take(kMiB), heap.take(kMiB), heap.take(2 * kMiB)};
        for (const int i : order)
            heap.give(blocks[static_cast<std::size_t>(i)]);

        QCOMPARE(heap.take(4 * kMiB), blocks[0]);
    }

    void whatDoesNotFitIsNull() {
        PageHeap heap(4 * kMiB);
        void* const block = heap.take(3 * kMiB);

        QVERIFY(heap.take(2 * kMiB) == nullptr);

        heap.give(block);
        QVERIFY(heap.take(4 * kMiB) != nullptr);
    }

    void holesAreKeptOnlyUpToWhatWasOnceInUse() {
        PageHeap heap(256 * kMiB);
        std::vector<void*> blocks;
        for (int i = 0; i < 16; ++i)
            blocks.push_back(filled(heap, 4 * kMiB));
        for (std::size_t i = 0; i < blocks.size(); i += 2)
            heap.give(blocks[i]);
        QCOMPARE(heap.heldBytes(), 64 * kMiB); // no need to give anything back yet

        void* const larger = filled(heap, 24 * kMiB); // fits in no hole

        QVERIFY(heap.heldBytes() <= 66 * kMiB);
        QCOMPARE(residentBytes(blocks[14], 4 * kMiB), std::size_t{0}); // the highest hole went first
        QCOMPARE(residentBytes(larger, 24 * kMiB), 24 * kMiB);
        heap.trim();
        QCOMPARE(heap.heldBytes(), (32 + 24) * kMiB);
    }

    void noRangeMeansNoBlock() {
        PageHeap heap(0);
        QVERIFY(heap.take(1) == nullptr);
    }

private:
    static void* filled(PageHeap& heap, std::size_t bytes) {
        void* const block = heap.take(bytes);
        std::memset(block, 1, bytes);
        return block;
    }

    static std::size_t residentBytes(void* block, std::size_t bytes) {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        std::vector<unsigned char> pages(bytes / page);
        if (::mincore(block, bytes, pages.data()) != 0) return bytes + 1;
        std::size_t resident = 0;
        for (const unsigned char state : pages)
            resident += (state & 1U) * page;
        return resident;
    }
};

FETTLE_TEST(PageHeapTest)
#include "page_heap_test.moc"
