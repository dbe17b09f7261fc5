#pragma once

#include "core/base/cancel.h"
#include "core/base/error.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <concepts>
#include <exception>
#include <functional>
#include <memory>
#include <type_traits>
#include <variant>

namespace fettle::ui {

// A handle on work off the window's thread. Copies mean the same work.
class Task {
public:
    Task() : m_flag(std::make_shared<CancelFlag>()) {}

    // Asks the work to end; neither value nor error is delivered afterwards.
    void cancel() { m_flag->request(); }
    [[nodiscard]] bool isCancelled() const { return m_flag->isRequested(); }
    [[nodiscard]] const std::shared_ptr<CancelFlag>& flag() const { return m_flag; }

private:
    std::shared_ptr<CancelFlag> m_flag;
};

// Any exception in Fettle's terms.
[[nodiscard]] Error translated(const std::exception& exception);

// Where such work runs; waits for it when the program ends.
[[nodiscard]] QThreadPool& backgroundThreads();

namespace detail {

struct Nothing {};
template <class T>
using Value = std::conditional_t<std::is_void_v<T>, Nothing, T>;
template <class T>
using Outcome = std::variant<std::monostate, Value<T>, Error>; // monostate: cancelled

template <class Work>
auto call(Work& work, const CancelFlag& flag) {
    if constexpr (std::invocable<Work&, const CancelFlag&>)
        return work(flag);
    else
        return work();
}
template <class Work>
using ResultOf = decltype(call(std::declval<Work&>(), std::declval<const CancelFlag&>()));

template <class T, class Work>
Outcome<T> outcomeOf(Work& work, const CancelFlag& flag) {
    try {
        if constexpr (std::is_void_v<T>) {
            call(work, flag);
            return Outcome<T>(std::in_place_index<1>);
        } else {
            return Outcome<T>(std::in_place_index<1>, call(work, flag));
        }
    } catch (const Cancelled&) {
        return {};
    } catch (const Error& error) {
        return Outcome<T>(std::in_place_index<2>, error);
    } catch (const std::exception& exception) {
        return Outcome<T>(std::in_place_index<2>, translated(exception));
    }
}

} // namespace detail

// Runs `work` (T() or T(const CancelFlag&)) on another thread, then on the caller's thread either then(T) or
// otherwise(Error). Nothing is delivered once the task is cancelled; it is when `context` goes.
template <class Work, class Then, class Otherwise>
Task runInBackground(QObject* context, Work work, Then then, Otherwise otherwise) {
    using T = detail::ResultOf<Work>;
    const Task task;
    auto* watcher = new QFutureWatcher<detail::Outcome<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, task, then = std::move(then), otherwise = std::move(otherwise)]() mutable {
                         watcher->deleteLater();
                         auto outcome = watcher->future().takeResult();
                         if (task.isCancelled()) return;
                         if (auto* error = std::get_if<2>(&outcome)) return otherwise(*error);
                         if (auto* value = std::get_if<1>(&outcome)) {
                             if constexpr (std::is_void_v<T>)
                                 then();
                             else
                                 then(std::move(*value));
                         }
                     });
    // Nobody waits for it any more; the program must not either when it ends.
    QObject::connect(context, &QObject::destroyed, watcher, [flag = task.flag()] { flag->request(); });
    auto promise = std::make_shared<QPromise<detail::Outcome<T>>>();
    watcher->setFuture(promise->future());
    backgroundThreads().start([promise, task, work = std::move(work)]() mutable {
        promise->start();
        promise->addResult(detail::outcomeOf<T>(work, *task.flag()));
        promise->finish();
    });
    return task;
}

// Lets go of something large: taking apart a hundred thousand rows would hold the window up.
template <class T>
void releaseInBackground(std::shared_ptr<T> value) {
    if (value) backgroundThreads().start([value = std::move(value)]() mutable { value.reset(); });
}

} // namespace fettle::ui
