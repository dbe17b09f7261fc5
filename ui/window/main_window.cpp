#include "ui/window/main_window.h"

#include "ui/pages/commands.h"
#include "ui/widgets/label.h"
#include "ui/window/closing.h"
#include "ui/window/failure_strip.h"
#include "ui/window/log_panel.h"
#include "ui/window/navigation_rail.h"
#include "ui/window/page_head.h"
#include "ui/window/resume_offer.h"
#include "ui/window/run_status.h"
#include "ui/window/status_line.h"

#include <QCloseEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <initializer_list>
#include <optional>

namespace fettle::ui {

namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kPage = QStringLiteral("window/page");
const QString kLogOpen = QStringLiteral("window/log");
constexpr QSize kFirstSize(1280, 800);
constexpr QSize kSmallest(720, 480);

} // namespace

MainWindow::MainWindow(Workspace& workspace, QWidget* parent)
    : QMainWindow(parent), m_workspace(workspace), m_rail(new NavigationRail), m_head(new PageHead),
      m_stack(new QStackedWidget), m_status(new StatusLine), m_log(new LogPanel), m_closing(new Closing(workspace)),
      m_failure(new FailureStrip(workspace.failures)),
      m_resume(new ResumeOffer(workspace.registry, workspace.settings)), m_set(new PageSet(workspace, m_stack, this)) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Fettle"));
    setMinimumSize(kSmallest);
    setAcceptDrops(true);
    buildFrame();
    addPages();
    addShortcuts();
    followRuns();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame() {
    auto* strips = new QVBoxLayout;
    strips->setContentsMargins(kPageMargin, kGap, kPageMargin, 0);
    strips->setSpacing(kGap);
    for (QWidget* strip : std::initializer_list<QWidget*>{m_closing, m_failure, m_resume, m_set->firstStart()})
        strips->addWidget(strip);
    connect(m_closing, &Closing::ready, this, [this] {
        m_isReady = true;
        close();
    });
    connect(&m_workspace.failures, &Failures::told, m_log, [this] { m_log->add(m_failure->text()); });
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_head);
    right->addLayout(strips);
    right->addWidget(m_stack, 1);
    right->addWidget(m_log);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto* frame = new QWidget;
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    setCentralWidget(frame);
    m_log->hide();
    connect(m_status, &StatusLine::logToggled, m_log, &QWidget::setVisible);
}

void MainWindow::addPages() {
    const auto table = PageSet::table();
    for (const PageEntry& entry : table)
        m_rail->add(QLatin1String(entry.name), PageSet::titleOf(entry),
                    &entry == &table.back() ? NavigationRail::Place::Bottom : NavigationRail::Place::Top);
    connect(m_set, &PageSet::made, this, &MainWindow::addPage);
    connect(m_set, &PageSet::shown, this, &MainWindow::select);
    connect(m_set, &PageSet::helpWanted, this, &MainWindow::showHelp);
    connect(m_set, &PageSet::quitWanted, this, &QWidget::close);
    connect(m_rail, &NavigationRail::chosen, m_set, &PageSet::show);
    connect(m_status, &StatusLine::deviceClicked, this,
            [this] { runCommand(*m_set, QStringLiteral("open-page settings")); });
    connect(m_status, &StatusLine::runClicked, this, [this] { runCommand(*m_set, QStringLiteral("open-page runs")); });
}

void MainWindow::addPage(Page* page) {
    m_stack->addWidget(page);
    connect(page, &Page::messageShown, m_status, &StatusLine::setMessage);
    connect(page, &Page::messageShown, m_log, &LogPanel::add);
}

void MainWindow::followRuns() {
    const auto showDevice = [this] { m_status->setDevice(m_workspace.devices.summary()); };
    connect(&m_workspace.devices, &QAbstractItemModel::modelReset, this, showDevice);
    connect(&m_workspace.devices, &QAbstractItemModel::dataChanged, this, showDevice);
    connect(&m_workspace.registry, &RunRegistry::stateChanged, this, &MainWindow::showRunState);
    connect(&m_workspace.registry, &RunRegistry::eventsArrived, this, &MainWindow::showRunState);
    connect(&m_workspace.registry, &RunRegistry::logArrived, this,
            [this](const QString&, const QStringList& lines) { m_log->addLines(lines); });
    connect(m_resume, &ResumeOffer::runWanted, m_set, &PageSet::showRun);
    showDevice();
}

void MainWindow::showRunState() {
    m_status->setRun(runStatusText(m_workspace.registry));
    const QString training = m_workspace.registry.training().value(0);
    m_rail->setMark(PageSet::indexOf(QStringLiteral("runs")),
                    training.isEmpty() ? std::nullopt
                                       : std::optional(m_workspace.registry.controllerOf(training)->state()));
}

Page* MainWindow::currentPage() const {
    return static_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::select(int index, Page* page) {
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(index);
    m_head->setPage(page);
    if (page->focusProxy() != nullptr) page->setFocus(); // where one types next
}

void MainWindow::restore() {
    const QByteArray geometry = m_workspace.settings.state(kGeometry).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(kFirstSize);
    const int last = PageSet::indexOf(m_workspace.settings.state(kPage).toString());
    m_set->show(last >= 0 ? last : PageSet::indexOf(QStringLiteral("train"))); // where a first start begins
    m_status->setLogOpen(m_workspace.settings.state(kLogOpen).toBool());
}

void MainWindow::store() {
    m_workspace.settings.setState(kGeometry, saveGeometry());
    m_workspace.settings.setState(kPage,
                                  QLatin1String(PageSet::table()[static_cast<std::size_t>(m_set->current())].name));
    m_workspace.settings.setState(kLogOpen, !m_log->isHidden());
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_rail->setNarrow(width() < kNarrowWindow);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    m_set->open(paths);
}

} // namespace fettle::ui
