#include "ui/models/calibration.h"

#include "core/base/files.h"
#include "ui/text/json_values.h"

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr double kSame = 0.15;   // what the next run of a kind may take more or less
constexpr double kRelated = 0.5; // the same model on the same device, with other rows or another method
constexpr std::size_t kKept = 200;

std::string methodOf(const RunConfig& config) {
    const Json json = toJson(config);
    return json["objective"]["kind"].get<std::string>() + " " + json["adapter"]["kind"].get<std::string>();
}

Json jsonOf(const Measurement& measured) {
    const RunKind& kind = measured.kind;
    return {{"model", kind.model},
            {"device", kind.device},
            {"precision", kind.precision},
            {"method", kind.method},
            {"rows", kind.rows},
            {"threads", kind.threads},
            {"checkpointing", kind.checkpointing},
            {"loading_seconds", measured.loadingSeconds},
            {"seconds_per_token", measured.secondsPerToken}};
}

Measurement measurementFrom(const Json& json) {
    return {.kind = {.model = json.at("model").get<std::string>(),
                     .device = json.at("device").get<std::string>(),
                     .precision = json.at("precision").get<std::string>(),
                     .method = json.at("method").get<std::string>(),
                     .rows = json.at("rows").get<std::int64_t>(),
                     .threads = json.at("threads").get<std::int64_t>(),
                     .checkpointing = json.at("checkpointing").get<bool>()},
            .loadingSeconds = json.at("loading_seconds").get<double>(),
            .secondsPerToken = json.at("seconds_per_token").get<double>()};
}

// A damaged file knows nothing.
std::vector<Measurement> readMeasurements(const std::string& file) {
    std::vector<Measurement> all;
    if (!std::filesystem::exists(file)) return all;
    try {
        for (const Json& entry : readJson(file))
            all.push_back(measurementFrom(entry));
    } catch (const Error&) {
        return {};
    } catch (const Json::exception&) {
        return {};
    }
    return all;
}

void writeMeasurements(const std::string& file, const std::vector<Measurement>& all) {
    Json list = Json::array();
    for (const Measurement& measured : all)
        list.push_back(jsonOf(measured));
    makeFolder(std::filesystem::path(file).parent_path());
    writeJson(file, list);
}

std::vector<Measurement> withMeasurement(std::vector<Measurement> all, const Measurement& measured) {
    std::erase_if(all, [&](const Measurement& old) { return old.kind == measured.kind; });
    all.push_back(measured);
    if (all.size() > kKept) all.erase(all.begin());
    return all;
}

TimeRange around(const Measurement& measured, const Plan& plan, double doubt) {
    const double seconds = measured.loadingSeconds + measured.secondsPerToken * static_cast<double>(plan.tokens);
    return {seconds * (1 - doubt), seconds * (1 + doubt)};
}

} // namespace

RunKind runKind(const RunConfig& config, const Plan& plan) {
    return {.model = config.model.path,
            .device = plan.device,
            .precision = plan.computeDtype,
            .method = methodOf(config),
            .rows = config.batch.perDeviceBatchSize,
            .threads = config.threads,
            .checkpointing = plan.gradientCheckpointing};
}

std::optional<Measurement> measurementOf(const StoredRun& run) {
    const RunData& data = run.data;
    const bool isWhole = data.state == RunState::Finished || data.state == RunState::Stopped;
    if (!run.config || !isWhole || !data.isInOneGo || data.tokens <= 0 || data.totalSeconds <= data.loadingSeconds)
        return std::nullopt;
    Plan plan{.device = data.device.toStdString(), .computeDtype = run.config->precision.compute};
    if (data.plan.is_object() && data.plan.contains("resolved")) {
        const Json& resolved = data.plan["resolved"];
        plan.device = textIn(resolved, "device").toStdString();
        plan.computeDtype = textIn(resolved, "compute").toStdString();
        plan.gradientCheckpointing =
            resolved.contains("gradient_checkpointing") && resolved["gradient_checkpointing"] == true;
    }
    return Measurement{.kind = runKind(*run.config, plan),
                       .loadingSeconds = data.loadingSeconds,
                       .secondsPerToken = (data.totalSeconds - data.loadingSeconds) / data.tokens};
}

Calibration::Calibration(QString file, QObject* parent) : QObject(parent), m_file(std::move(file)) {}

void Calibration::read() {
    runInBackground(
        this, [file = m_file.toStdString()] { return readMeasurements(file); },
        [this](std::vector<Measurement> all) { take(std::move(all)); }, [](const Error&) {});
}

void Calibration::learnFrom(const QString& folder) {
    runInBackground(
        this,
        [file = m_file.toStdString(), folder] {
            auto all = readMeasurements(file);
            if (const auto measured = measurementOf(readRun(folder))) {
                all = withMeasurement(std::move(all), *measured);
                writeMeasurements(file, all);
            }
            return all;
        },
        [this](std::vector<Measurement> all) { take(std::move(all)); },
        [](const Error&) {}); // a run that was removed, or a full disk: the next run is asked again
}

void Calibration::take(std::vector<Measurement> measurements) {
    m_measurements = std::move(measurements);
    Q_EMIT changed();
}

std::optional<TimeRange> Calibration::estimate(const RunConfig& config, const Plan& plan) const {
    const RunKind wanted = runKind(config, plan);
    const Measurement* related = nullptr;
    for (const Measurement& measured : m_measurements) {
        const RunKind& kind = measured.kind;
        if (kind == wanted) return around(measured, plan, kSame);
        if (kind.model == wanted.model && kind.device == wanted.device && kind.precision == wanted.precision)
            related = &measured;
    }
    return related == nullptr ? std::nullopt : std::optional(around(*related, plan, kRelated));
}

} // namespace fettle::ui
