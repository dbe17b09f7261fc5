#include "core/hub/fetch.h"

#include "core/hub/attempt.h"

#include <algorithm>
#include <memory>

namespace fettle {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kTick{100};
constexpr int kMostWrong = 2; // once may be a damaged rest of an earlier download

struct CloseMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Multi = std::unique_ptr<CURLM, CloseMulti>;

Multi makeMulti() {
    static const CURLcode isReady = curl_global_init(CURL_GLOBAL_DEFAULT);
    Multi multi(curl_multi_init());
    if (isReady != CURLE_OK || multi == nullptr)
        throw Error{ErrorKind::Internal, "The network library cannot be started."};
    return multi;
}

// A resource and what became of it.
struct Transfer {
    const Fetch* fetch;
    std::unique_ptr<Attempt> attempt = nullptr; // the one that is going on
    Clock::time_point notBefore = {};
    std::uint64_t most = 0; // that was ever received
    int failures = 0;       // since more was received
    int wrong = 0;
    bool isDone = false;

    [[nodiscard]] bool isWaiting() const { return !isDone && attempt == nullptr; }
};

class Transfers {
public:
    Transfers(const std::vector<Fetch>& fetches, const FetchRules& rules) : m_rules(rules), m_multi(makeMulti()) {
        for (const Fetch& fetch : fetches)
            m_transfers.push_back({.fetch = &fetch});
    }

    void run(const std::function<void()>& tick) {
        startDue();
        while (!std::ranges::all_of(m_transfers, &Transfer::isDone)) {
            curl_multi_poll(m_multi.get(), nullptr, 0, static_cast<int>(untilNext().count()), nullptr);
            int running = 0;
            curl_multi_perform(m_multi.get(), &running);
            takeEnded();
            startDue();
            tick();
        }
    }

private:
    void startDue() {
        auto running = static_cast<std::size_t>(
            std::ranges::count_if(m_transfers, [](const Transfer& transfer) { return transfer.attempt != nullptr; }));
        const Clock::time_point now = Clock::now();
        for (Transfer& transfer : m_transfers) {
            if (running >= m_rules.parallel) return;
            if (!transfer.isWaiting() || transfer.notBefore > now) continue;
            transfer.isDone = transfer.fetch->sink->open() == Sink::State::Whole;
            if (transfer.isDone) continue;
            transfer.attempt = std::make_unique<Attempt>(m_multi.get(), *transfer.fetch, m_rules);
            ++running;
        }
    }

    void takeEnded() {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(m_multi.get(), &left)) {
            if (message->msg != CURLMSG_DONE) continue;
            const auto ended = std::ranges::find_if(m_transfers, [message](const Transfer& transfer) {
                return transfer.attempt != nullptr && transfer.attempt->handle() == message->easy_handle;
            });
            const AttemptEnd end = ended->attempt->end(message->data.result);
            ended->attempt.reset();
            judge(*ended, end);
        }
    }

    // A hub that never answered is told at once; one that did is worth waiting for.
    void judge(Transfer& transfer, const AttemptEnd& end) {
        using Kind = AttemptEnd::Kind;
        m_wasAnswered = m_wasAnswered || end.wasAnswered;
        transfer.isDone = end.kind == Kind::Whole;
        if (transfer.isDone) return;
        if (end.kind == Kind::AgainFromStart) ++transfer.wrong;
        const std::uint64_t received = transfer.fetch->sink->received();
        transfer.failures = received > transfer.most ? 1 : transfer.failures + 1;
        transfer.most = std::max(transfer.most, received);
        if (end.kind == Kind::Never || !m_wasAnswered || transfer.wrong >= kMostWrong ||
            transfer.failures >= m_rules.retry.attempts)
            throw *end.error;
        transfer.notBefore = Clock::now() + delayAfter(transfer.failures, end.askedFor, m_rules.retry);
    }

    // What waits for its turn is started when another one ends, which wakes the poll.
    [[nodiscard]] std::chrono::milliseconds untilNext() const {
        auto next = kTick;
        const Clock::time_point now = Clock::now();
        for (const Transfer& transfer : m_transfers)
            if (transfer.isWaiting() && transfer.notBefore > now)
                next = std::min(next, std::chrono::ceil<std::chrono::milliseconds>(transfer.notBefore - now));
        return next;
    }

    const FetchRules& m_rules;
    Multi m_multi;
    std::vector<Transfer> m_transfers;
    bool m_wasAnswered = false;
};

} // namespace

void fetchAll(const std::vector<Fetch>& fetches, const FetchRules& rules, const std::function<void()>& tick) {
    Transfers(fetches, rules).run(tick);
}

} // namespace fettle
