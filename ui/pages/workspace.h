#pragma once

#include "ui/engine/chat_servers.h"
#include "ui/engine/run_queue.h"
#include "ui/engine/runtime_fetcher.h"
#include "ui/models/base_models_model.h"
#include "ui/models/calibration.h"
#include "ui/models/devices_model.h"
#include "ui/models/queue_model.h"
#include "ui/models/results_model.h"
#include "ui/models/run_store.h"
#include "ui/models/runs_model.h"
#include "ui/models/settings.h"
#include "ui/tasks/failures.h"
#include "ui/tasks/jobs.h"

namespace fettle::ui {

// What the pages share, built once and wired here: engine and models do not know each other.
struct Workspace {
    Workspace(EngineProgram engine, Settings& userSettings);
    void start();                          // reads runs, models and devices in the background
    void addModels(const QString& folder); // a model's folder, or a folder of some: found again at every start

    EngineProgram program;
    Settings& settings;
    RunController controller;
    RunQueue queue;
    RunStore store;
    RunsModel runs;
    QueueModel waiting;
    BaseModelsModel baseModels;
    DevicesModel devices;
    RuntimeFetcher runtime;
    ResultsModel results;
    ChatServers chat;
    Jobs jobs;
    Failures failures;
    Calibration calibration;

private:
    void followSettings();
    void gatherFailures();
};

} // namespace fettle::ui
