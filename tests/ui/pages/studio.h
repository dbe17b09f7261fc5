#pragma once

#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/pages/page_set.h"
#include "ui/widgets/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTemporaryDir>

namespace fettle::test {

// All pages in a plain window, with an engine that plays scripts and a home of their own.
class Studio {
public:
    explicit Studio(ui::EngineProgram program)
        : m_dataHome(m_home.path()), settings(m_home.filePath("settings.ini")), workspace(std::move(program), settings),
          pages((settings.setRunsFolder(m_home.filePath("runs")), workspace), &window) {
        for (int i = 0; i < static_cast<int>(ui::PageSet::table().size()); ++i)
            window.addWidget(pages.page(i));
        QObject::connect(&pages, &ui::PageSet::shown, &window,
                         [this](int, ui::Page* page) { window.setCurrentWidget(page); });
        window.resize(1280, 860);
    }

    void show() {
        window.show();
        workspace.start();
    }

    template <class Control>
    [[nodiscard]] Control* find(const char* objectName) const {
        auto* control = window.findChild<Control*>(QLatin1String(objectName));
        if (control == nullptr) qFatal("no control is called %s", objectName);
        return control;
    }
    [[nodiscard]] ui::Page* page(const char* objectName) const { return find<ui::Page>(objectName); }
    void open(const char* objectName) { window.setCurrentWidget(page(objectName)); }
    [[nodiscard]] bool shows(const char* objectName) const { return window.currentWidget() == page(objectName); }
    void click(const char* objectName) const { QTest::mouseClick(find<QAbstractButton>(objectName), Qt::LeftButton); }
    // As the frame's button does.
    void primary(const char* objectName) const { page(objectName)->primaryAction()->trigger(); }
    void trigger(const char* actionName) const { find<QAction>(actionName)->trigger(); }
    // Of the run that trains; Idle: none.
    [[nodiscard]] ui::RunState trainingState() const {
        const QString run = workspace.registry.training().value(0);
        return run.isEmpty() ? ui::RunState::Idle : workspace.registry.controllerOf(run)->state();
    }
    [[nodiscard]] QString homePath(const char* name) const { return m_home.filePath(QLatin1String(name)); }

private:
    QTemporaryDir m_home;
    struct DataHome {
        explicit DataHome(const QString& path) { qputenv("XDG_DATA_HOME", path.toUtf8()); }
        ~DataHome() { qunsetenv("XDG_DATA_HOME"); }
    } m_dataHome;

public:
    ui::Settings settings;
    ui::Workspace workspace;
    QStackedWidget window;
    ui::PageSet pages;
};

// A run folder as it lies on the disk; without a reason it was killed.
inline QString addRun(const Studio& studio, const char* name, std::int64_t rank, const char* reason) {
    const RunFolder folder{studio.homePath("runs").toStdString() + "/" + name};
    makeFolder(folder.path());
    RunConfig config;
    config.name = name;
    std::get<LoraConfig>(config.adapter).r = rank;
    writeJson(folder.configFile(), toJson(config));
    EventLog log(folder.eventsFile());
    log.append({{"type", "started"}, {"at", "2026-01-02T03:04:05Z"}});
    for (int step = 1; step <= 5; ++step)
        log.append({{"type", "step"}, {"step", step}, {"loss", 3.0 / step}, {"tokens", 100 * step}});
    if (reason != nullptr) log.append({{"type", "ended"}, {"reason", reason}});
    return QString::fromStdString(folder.path().string());
}

// All but what the offscreen platform says of itself.
inline void failOnWarnings() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
}

} // namespace fettle::test
