#include "ui/window/failure_strip.h"

namespace fettle::ui {

namespace {

constexpr qsizetype kMost = 20;

} // namespace

FailureStrip::FailureStrip(Failures& failures, QWidget* parent) : ErrorStrip(parent) {
    setObjectName(QStringLiteral("failureStrip"));
    connect(&failures, &Failures::told, this, &FailureStrip::take);
    connect(this, &MessageStrip::dismissed, this, &FailureStrip::forgetLatest);
}

void FailureStrip::take(const Failure& failure) {
    m_failures << failure;
    if (m_failures.size() > kMost) m_failures.removeFirst();
    showLatest();
}

void FailureStrip::showLatest() {
    const Failure& latest = m_failures.last();
    if (latest.isWarning) return showWarning(latest.what, latest.error);
    showFailure(latest.what, latest.error, latest.lastLog);
}

void FailureStrip::forgetLatest() {
    m_failures.removeLast();
    if (!m_failures.isEmpty()) showLatest();
}

} // namespace fettle::ui
