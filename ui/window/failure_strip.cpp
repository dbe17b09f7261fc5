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
    showFailure(m_failures.last().what, m_failures.last().error, m_failures.last().lastLog);
}

void FailureStrip::forgetLatest() {
    m_failures.removeLast();
    if (!m_failures.isEmpty()) showLatest();
}

} // namespace fettle::ui
