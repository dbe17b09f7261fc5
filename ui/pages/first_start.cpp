#include "ui/pages/first_start.h"

#include "ui/text/numbers.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/progress_strip.h"

#include <QAction>
#include <QVBoxLayout>

namespace fettle::ui {

FirstStart::FirstStart(RuntimeFetcher& runtime, QWidget* parent)
    : QWidget(parent), m_runtime(runtime), m_fetch(new QAction(this)), m_strip(new MessageStrip) {
    setObjectName(QStringLiteral("firstStart"));
    m_fetch->setObjectName(QStringLiteral("fetchRuntime"));
    m_strip->setDismissable(false);
    m_strip->addButton(m_fetch, true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    layout->addWidget(new ProgressStrip(runtime.job(), QStringLiteral("fetch")));
    connect(m_fetch, &QAction::triggered, &runtime, &RuntimeFetcher::fetch);
    connect(&runtime, &RuntimeFetcher::missing, this, &FirstStart::onMissing);
    connect(&runtime, &RuntimeFetcher::found, this, &QWidget::hide);
    connect(&runtime.job(), &Job::started, m_strip, &QWidget::hide);
    connect(&runtime.job(), &Job::ended, m_strip, &QWidget::show);
    hide();
}

void FirstStart::onMissing(const Error&, const QString& command) {
    m_fetch->setText(tr("Download it, about %1").arg(sizeText(m_runtime.expectedBytes())));
    m_strip->showMessage(MessageStrip::Kind::Info,
                         tr("LibTorch, the library that does the computing, is not on this computer yet."),
                         tr("Everything else works; training and chat need it. It comes once from the Python package "
                            "index, by Python's own tools."),
                         command);
    setVisible(true);
}

} // namespace fettle::ui
