#include "ui/models/run_data.h"

#include "core/config/metrics.h"
#include "ui/text/error_json.h"
#include "ui/text/json_values.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace fettle::ui {

namespace {

std::optional<std::int64_t> stepIn(const Json& event) {
    const auto found = event.find("step");
    return found != event.end() && found->is_number_integer() ? std::optional(found->get<std::int64_t>())
                                                              : std::nullopt;
}

std::optional<double> lastOf(const std::vector<double>& values) {
    return values.empty() ? std::nullopt : std::optional(values.back());
}

} // namespace

Json eventOf(std::string_view line) {
    try {
        return parseJson(line, "an event");
    } catch (const Error&) {
        return nullptr;
    }
}

void RunData::applyLine(std::string_view line) {
    apply(eventOf(line));
}

void RunData::apply(const Json& event) {
    using Handler = void (RunData::*)(const Json&);
    static const QHash<QString, Handler> handlers = {
        {QStringLiteral("started"), &RunData::start},
        {QStringLiteral("plan"), &RunData::takePlan},
        {QStringLiteral("progress"), &RunData::takeProgress},
        {QStringLiteral("paused"), &RunData::pause},
        {QStringLiteral("resumed"), &RunData::resume},
        {QStringLiteral("step"), &RunData::addStep},
        {QStringLiteral("evaluation"), &RunData::addEvaluation},
        {QStringLiteral("sample"), &RunData::addSample},
        {QStringLiteral("checkpoint"), &RunData::addCheckpoint},
        {QStringLiteral("warning"), &RunData::addNote},
        {QStringLiteral("ended"), &RunData::end},
        {QStringLiteral("failed"), &RunData::end},
    };
    static const QSet<QString> ofAStep = {QStringLiteral("step"), QStringLiteral("evaluation"),
                                          QStringLiteral("sample"), QStringLiteral("checkpoint")};
    const QString type = textIn(event, "type");
    if (!type.isEmpty() && isKnown(event)) return;
    if (type.isEmpty() || (ofAStep.contains(type) && !stepIn(event))) {
        ++badLines;
        return;
    }
    if (const Handler handler = handlers.value(type, nullptr)) (this->*handler)(event);
}

void RunData::takePlan(const Json& event) {
    plan = event;
    totalSteps = wholeIn(event, "steps");
}

void RunData::takeProgress(const Json& event) {
    progress = {textIn(event, "phase"), wholeIn(event, "done"), wholeIn(event, "total")};
}

void RunData::addSample(const Json& event) {
    samples.push_back({*stepIn(event), textIn(event, "prompt"), textIn(event, "text")});
}

void RunData::addCheckpoint(const Json& event) {
    checkpoints.push_back(*stepIn(event));
}

void RunData::addNote(const Json& event) {
    notes.push_back(errorFrom(event));
}

void RunData::pause(const Json&) {
    isInOneGo = false;
    state = RunState::Paused;
}

void RunData::resume(const Json&) {
    state = RunState::Training;
    m_clockBefore.reset(); // a pause is no training time
}

// A live event may stand in the file that was just read. A start is taken again: it cuts away what follows it.
bool RunData::isKnown(const Json& event) {
    const auto sequence = numberIn(event, "seq");
    const QString type = textIn(event, "type");
    if (!sequence || type == QLatin1String("failed")) return false;
    const auto number = static_cast<std::int64_t>(*sequence);
    if (type != QLatin1String("started") && number <= m_lastSequence) return true;
    m_lastSequence = number;
    return false;
}

void RunData::start(const Json& event) {
    const QDateTime at = QDateTime::fromString(textIn(event, "at"), Qt::ISODate);
    if (!startedAt.isValid()) startedAt = at;
    device = textIn(event, "device");
    enginePid = wholeIn(event, "pid");
    if (event.contains("parameters")) {
        parametersTotal = wholeIn(event["parameters"], "total");
        parametersTrained = wholeIn(event["parameters"], "trainable");
    }
    state = RunState::Training;
    failure.reset();
    progress = {};
    notes.clear();
    discardAbove(wholeIn(event, "resumed_from"));
    m_clockBefore.reset();
    m_isFirstOfStart = true;
    totalSeconds = 0;
    if (wholeIn(event, "resumed_from") > 0) isInOneGo = false;
}

void RunData::discardAbove(std::int64_t lastStep) {
    const std::size_t before = metrics.steps.size();
    metrics.steps.discardAbove(lastStep);
    metrics.evaluations.discardAbove(lastStep);
    std::erase_if(samples, [lastStep](const RunSample& sample) { return sample.step > lastStep; });
    std::erase_if(checkpoints, [lastStep](std::int64_t checkpoint) { return checkpoint > lastStep; });
    if (metrics.steps.size() < before) ++m_cuts;
    step = std::min(step, lastStep);
    tokens = lastOf(metrics.steps.x(XAxis::Tokens)).value_or(0);
    seconds = lastOf(metrics.steps.x(XAxis::Seconds)).value_or(0);
    lastEvaluation = lastOf(metrics.evaluations.values(evaluationMetric));
    bestEvaluation = bestOf(metrics.evaluations, evaluationMetric);
}

void RunData::addStep(const Json& event) {
    const double time = numberIn(event, "time").value_or(0);
    // The time of a start's first step holds loading too; what its tokens took is what its speed says.
    const double speed = numberIn(event, "tokens_per_second").value_or(0);
    const double stepTokens = numberIn(event, "tokens").value_or(tokens) - tokens;
    const double took = m_clockBefore ? time - *m_clockBefore : speed > 0 ? std::max(stepTokens, 0.0) / speed : 0;
    if (m_isFirstOfStart) loadingSeconds = std::max(time - took, 0.0);
    m_isFirstOfStart = false;
    m_clockBefore = time;
    seconds += std::max(took, 0.0);
    constexpr double kWeight = 0.9; // of the past: about the last ten steps
    secondsPerStep = secondsPerStep > 0 ? kWeight * secondsPerStep + (1 - kWeight) * took : took;

    step = *stepIn(event);
    tokens = numberIn(event, "tokens").value_or(tokens);
    loss = numberIn(event, "loss").value_or(loss);
    epoch = numberIn(event, "epoch").value_or(epoch);
    tokensPerSecond = speed;
    progress = {};
    takeMemory(event);
    metrics.steps.append(step, tokens, seconds, event);
}

void RunData::addEvaluation(const Json& event) {
    metrics.evaluations.append(*stepIn(event), tokens, seconds, event);
    const std::string name = evaluationMetric.toStdString();
    lastEvaluation = numberIn(event, name.c_str());
    if (lastEvaluation && isBetter(metricNamed(name), *lastEvaluation, bestEvaluation)) bestEvaluation = lastEvaluation;
}

void RunData::takeMemory(const Json& event) {
    if (const auto found = event.find("measured_memory"); found != event.end()) measuredMemory = *found;
}

void RunData::end(const Json& event) {
    progress = {};
    takeMemory(event);
    totalSeconds = numberIn(event, "time").value_or(0);
    if (textIn(event, "type") == QLatin1String("failed")) {
        state = RunState::Failed;
        failure = errorFrom(event);
    } else {
        const std::int64_t result = wholeIn(event, "result_step");
        resultStep = result == step ? 0 : result;
        state = textIn(event, "reason") == QLatin1String("stopped") ? RunState::Stopped : RunState::Finished;
    }
}

const Json& RunData::ledger() const {
    static const Json none;
    const auto found = plan.is_object() ? plan.find("ledger") : plan.end();
    return found == plan.end() ? none : *found;
}

double RunData::secondsLeft() const {
    return secondsPerStep > 0 && totalSteps > step ? secondsPerStep * static_cast<double>(totalSteps - step) : 0;
}

} // namespace fettle::ui
