#include "ui/models/planner.h"

#include "core/data/token_folder.h"
#include "core/plan/inputs.h"

namespace fettle::ui {

namespace {

constexpr int kWaitMilliseconds = 300;

// What the tokenised data depends on.
std::string dataKey(const RunConfig& config) {
    const Json all = toJson(config);
    return Json::array({all["model"], all["data"], all["seed"], all["objective"]}).dump();
}

// Before the devices are known there is this processor; of a GPU nothing is known yet, and nothing is made up.
DeviceFacts factsOf(const Json& devices, const std::string& device) {
    if (devices.is_object() && devices.contains("devices")) return deviceFacts(devices, device);
    if (device == "auto" || device == "cpu") return cpuFacts();
    return {.device = device, .nativeBf16 = true};
}

} // namespace

struct Planner::Prepared {
    std::string key;
    RunInputs inputs;
};

struct Planner::Outcome {
    Plan plan;
    std::shared_ptr<const Prepared> prepared;
    std::uint64_t deviceMemory = 0;
};

Planner::Planner(QObject* parent) : QObject(parent), m_timer(this) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kWaitMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Planner::planNow);
    connect(&m_progress, &ProgressWatch::progressed, this, &Planner::progressed);
}

void Planner::setDevices(const Json& devices) {
    m_devices = devices;
    ++m_asked;
    if (m_plan || m_failure || m_isBusy) m_timer.start(); // else there is nothing to plan yet
    Q_EMIT outdated();
}

void Planner::setConfig(const RunConfig& config) {
    m_config = config;
    ++m_asked;
    m_timer.start();
    Q_EMIT outdated();
}

void Planner::planNow() {
    m_timer.stop();
    m_task.cancel();
    m_isBusy = true;
    m_failure.reset();
    m_task = runInBackground(
        this,
        [config = m_config, devices = m_devices, prepared = m_prepared, progress = m_progress.begin()](
            const CancelFlag& flag) { return planOf(config, devices, prepared, progress, flag); },
        [this, question = m_asked, config = m_config](Outcome outcome) {
            end(question, config);
            take(std::move(outcome));
        },
        [this, question = m_asked, config = m_config](const Error& error) {
            end(question, config);
            fail(error);
        });
    Q_EMIT started();
}

std::shared_ptr<const Planner::Prepared> Planner::prepare(const RunConfig& config, const std::string& key,
                                                          const std::shared_ptr<ProgressCell>& progress,
                                                          const CancelFlag& flag) {
    const auto report = [&](std::int64_t done, std::int64_t total) {
        progress->total = total;
        progress->done = done;
    };
    return std::make_shared<Prepared>(
        Prepared{key, readInputs(config, {.progress = report, .stop = &flag}, {.folder = tokenFolder()})});
}

Planner::Outcome Planner::planOf(const RunConfig& config, const Json& devices, std::shared_ptr<const Prepared> prepared,
                                 const std::shared_ptr<ProgressCell>& progress, const CancelFlag& flag) {
    const std::string key = dataKey(config);
    if (!prepared || prepared->key != key) prepared = prepare(config, key, progress, flag);
    const DeviceFacts device = factsOf(devices, config.device);
    return {makePlan(config, prepared->inputs, device), prepared, device.memoryBytes};
}

void Planner::end(std::uint64_t question, const RunConfig& config) {
    m_progress.end();
    m_isBusy = false;
    m_answered = question;
    m_stamp = config;
}

bool Planner::hasAnswered(const RunConfig& config) const {
    return m_answered == m_asked && !m_isBusy && config == m_stamp;
}

void Planner::take(Outcome outcome) {
    m_plan = std::move(outcome.plan);
    if (m_prepared != outcome.prepared) releaseInBackground(std::exchange(m_prepared, std::move(outcome.prepared)));
    m_deviceMemory = outcome.deviceMemory;
    Q_EMIT planned();
}

void Planner::fail(const Error& error) {
    m_plan.reset();
    m_failure = error;
    Q_EMIT failed(error);
}

} // namespace fettle::ui
