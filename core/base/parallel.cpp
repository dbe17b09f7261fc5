#include "core/base/parallel.h"

#include "core/base/machine.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace fettle {

namespace {

// Units taken at a time: neighbours write neighbouring results, which two threads should not do.
constexpr std::int64_t kChunk = 16;

// Chunks are taken from the front, so that everything below a failed unit has been taken before it.
class Pool {
public:
    Pool(std::int64_t count, const Work& work, const std::function<void(std::int64_t)>& unit)
        : m_count(count), m_work(work), m_unit(unit) {}

    void run(const std::function<void()>& afterEach) {
        std::int64_t at = 0;
        try {
            for (std::int64_t begin; !m_failed && (begin = m_next.fetch_add(kChunk)) < m_count;)
                for (at = begin; at < std::min(begin + kChunk, m_count); ++at) {
                    throwIfRequested(m_work.stop);
                    m_unit(at);
                    ++m_done;
                    afterEach();
                }
        } catch (...) {
            fail(at, std::current_exception());
        }
    }

    void report() const {
        if (m_work.progress) m_work.progress(m_done, m_count);
    }

    void rethrow() const {
        if (m_failure) std::rethrow_exception(m_failure);
    }

private:
    void fail(std::int64_t unit, std::exception_ptr failure) {
        m_failed = true;
        const std::lock_guard lock(m_mutex);
        if (m_failure && m_failedUnit <= unit) return;
        m_failure = std::move(failure);
        m_failedUnit = unit;
    }

    std::int64_t m_count;
    const Work& m_work;
    const std::function<void(std::int64_t)>& m_unit;
    std::atomic<std::int64_t> m_next{0}, m_done{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::exception_ptr m_failure;
    std::int64_t m_failedUnit = 0;
};

std::vector<std::thread> startThreads(std::int64_t count, Pool& pool) {
    std::vector<std::thread> threads;
    try {
        while (std::ssize(threads) < count)
            threads.emplace_back([&pool] { pool.run([] {}); });
    } catch (const std::system_error&) {
        // The system gives no more threads: those that there are do the work.
    }
    return threads;
}

} // namespace

ProgressCallback everyPercent(ProgressCallback progress) {
    if (!progress) return {};
    return [progress = std::move(progress), last = std::int64_t{-1}](std::int64_t done, std::int64_t total) mutable {
        const std::int64_t percent = total > 0 ? 100 * done / total : 100;
        if (std::exchange(last, percent) != percent) progress(done, total);
    };
}

void forEachIndex(std::int64_t count, const Work& work, const std::function<void(std::int64_t)>& unit) {
    Pool pool(count, work, unit);
    const std::int64_t threads = work.threads > 0 ? work.threads : usableCores();
    const std::int64_t chunks = (count + kChunk - 1) / kChunk;
    auto others = startThreads(std::min(threads, chunks) - 1, pool);
    pool.run([&pool] { pool.report(); });
    for (std::thread& other : others)
        other.join();
    pool.rethrow();
    if (!others.empty()) pool.report();
}

} // namespace fettle
