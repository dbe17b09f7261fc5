#include "ui/pages/first_start.h"

#include "ui/text/names.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kFetchSteps = 1000;

} // namespace

FirstStart::FirstStart(RuntimeFetcher& runtime, QWidget* parent)
    : QWidget(parent), m_runtime(runtime), m_fetch(new QAction(this)), m_strip(new MessageStrip),
      m_error(new ErrorStrip), m_working(makeProgress()) {
    setObjectName(QStringLiteral("firstStart"));
    m_fetch->setObjectName(QStringLiteral("fetchRuntime"));
    m_strip->setDismissable(false);
    m_strip->addButton(m_fetch, true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strip);
    layout->addWidget(m_working);
    layout->addWidget(m_error);
    connect(m_fetch, &QAction::triggered, this, [this] {
        m_error->hide();
        m_strip->hide();
        m_phase->setText(tr("Starting..."));
        m_progress->setRange(0, 0);
        m_working->setVisible(true);
        m_runtime.fetch();
    });
    connect(&runtime, &RuntimeFetcher::missing, this, &FirstStart::onMissing);
    connect(&runtime, &RuntimeFetcher::progressed, this, &FirstStart::onProgress);
    connect(&runtime, &RuntimeFetcher::found, this, &QWidget::hide);
    connect(&runtime, &RuntimeFetcher::fetched, this, &FirstStart::onEnded);
    connect(&runtime, &RuntimeFetcher::cancelled, this, [this] {
        onEnded();
        m_strip->setVisible(true);
    });
    connect(&runtime, &RuntimeFetcher::failed, this, [this](const Error& error, const QStringList& lastLog) {
        onEnded();
        setVisible(true);
        m_error->showErrorWithLog(error, lastLog);
        m_strip->setVisible(m_fetch->text().size() > 0);
    });
    hide();
}

QWidget* FirstStart::makeProgress() {
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("fetchProgress"));
    m_progress->setAccessibleName(tr("Progress of the download"));
    m_progress->setTextVisible(false);
    m_phase = new Label;
    auto* stop = new Button(tr("Cancel"));
    stop->setObjectName(QStringLiteral("cancelFetch"));
    connect(stop, &QPushButton::clicked, &m_runtime, &RuntimeFetcher::cancel);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_phase, 1);
    row->addWidget(m_progress, 2);
    row->addWidget(stop);
    box->hide();
    return box;
}

void FirstStart::onMissing(const Error&, const QString& command) {
    m_fetch->setText(tr("Fetch it, about %1").arg(sizeText(m_runtime.expectedBytes())));
    m_strip->showMessage(MessageStrip::Kind::Info,
                         tr("LibTorch, the library that does the computing, is not on this computer yet."),
                         tr("Everything else works; training and chat need it. It comes once from the Python package "
                            "index, by Python's own tools."),
                         command);
    setVisible(true);
}

void FirstStart::onProgress(const QString& phase, quint64 done, quint64 total) {
    m_progress->setRange(0, total > 0 ? kFetchSteps : 0);
    if (total > 0) m_progress->setValue(static_cast<int>(std::min(done, total) * kFetchSteps / total));
    m_phase->setText(total > 0 ? tr("%1: %2 of %3").arg(phaseText(phase), sizeText(done), sizeText(total))
                               : tr("%1: %2").arg(phaseText(phase), sizeText(done)));
}

void FirstStart::onEnded() {
    m_working->hide();
}

} // namespace fettle::ui
