#pragma once

#include "ui/engine/chat_servers.h"
#include "ui/engine/run_registry.h"
#include "ui/engine/runtime_fetcher.h"
#include "ui/models/base_models_model.h"
#include "ui/models/calibration.h"
#include "ui/models/devices_model.h"
#include "ui/models/results_model.h"
#include "ui/models/settings.h"
#include "ui/tasks/failures.h"
#include "ui/tasks/jobs.h"

namespace fettle::ui {

// What the pages share, built once and wired here: each part knows nothing of the others.
struct Workspace {
    Workspace(EngineProgram engine, Settings& userSettings);
    void start(); // reads runs, models and devices in the background

    EngineProgram program;
    Settings& settings;
    RunRegistry registry;
    RunsModel& runs; // the registry's list
    BaseModelsModel baseModels;
    DevicesModel devices;
    RuntimeFetcher runtime;
    Calibration calibration;
    ResultsModel results;
    ChatServers chat;
    Jobs jobs;
    Failures failures;

private:
    void rememberModels(const QString& folder); // for the next start
    void gatherFailures();
    void gatherRunFailures();
};

} // namespace fettle::ui
