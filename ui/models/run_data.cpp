#include "ui/models/run_data.h"

#include "ui/text/error_json.h"

#include <algorithm>

namespace fettle::ui {

namespace {

std::string textIn(const Json& event, const char* key) {
    const auto found = event.find(key);
    return found != event.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<double> numberIn(const Json& event, const char* key) {
    const auto found = event.is_object() ? event.find(key) : event.end();
    return found != event.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::optional<std::int64_t> stepIn(const Json& event) {
    const auto found = event.find("step");
    return found != event.end() && found->is_number_integer() ? std::optional(found->get<std::int64_t>())
                                                              : std::nullopt;
}

std::int64_t wholeIn(const Json& event, const char* key) {
    return static_cast<std::int64_t>(numberIn(event, key).value_or(0));
}

std::optional<double> lastOf(const std::vector<double>& values) {
    return values.empty() ? std::nullopt : std::optional(values.back());
}

QString shown(const Json& event, const char* key) {
    return QString::fromStdString(textIn(event, key));
}

} // namespace

void RunData::applyLine(std::string_view line) {
    try {
        const Json event = parseJson(line, "an event");
        if (event.is_object() && event.contains("type") && event["type"].is_string()) return apply(event);
    } catch (const Error&) {
    }
    ++badLines;
}

void RunData::apply(const Json& event) {
    if (isKnown(event)) return;
    const std::string type = textIn(event, "type");
    const bool needsStep = type == "step" || type == "evaluation" || type == "sample" || type == "checkpoint";
    if (needsStep && !stepIn(event)) {
        ++badLines;
        return;
    }
    if (type == "step") return addStep(event);
    if (type == "evaluation") return addEvaluation(event);
    if (type == "sample") samples.push_back({*stepIn(event), shown(event, "prompt"), shown(event, "text")});
    if (type == "checkpoint") checkpoints.push_back(*stepIn(event));
    if (type == "warning") notes.push_back({shown(event, "message"), shown(event, "hint")});
    if (type == "progress") progress = {shown(event, "phase"), wholeIn(event, "done"), wholeIn(event, "total")};
    if (type == "started") start(event);
    if (type == "plan") {
        plan = event;
        totalSteps = wholeIn(event, "steps");
    }
    if (type == "paused" || type == "resumed") {
        state = type == "paused" ? RunState::Paused : RunState::Training;
        m_clockBefore.reset(); // a pause is no training time
    }
    if (type == "ended" || type == "failed") end(event);
}

// A live event may stand in the file that was just read. A start is taken again: it cuts away what follows it.
bool RunData::isKnown(const Json& event) {
    const auto sequence = numberIn(event, "seq");
    const std::string type = textIn(event, "type");
    if (!sequence || type == "failed") return false;
    const auto number = static_cast<std::int64_t>(*sequence);
    if (type != "started" && number <= m_lastSequence) return true;
    m_lastSequence = number;
    return false;
}

void RunData::start(const Json& event) {
    const QDateTime at = QDateTime::fromString(shown(event, "at"), Qt::ISODate);
    if (!startedAt.isValid()) startedAt = at;
    device = shown(event, "device");
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
    bestEvaluation.reset();
    const auto& evaluations = metrics.evaluations.values(QStringLiteral("eval_loss"));
    lastEvaluation = lastOf(evaluations);
    if (!evaluations.empty()) bestEvaluation = std::ranges::min(evaluations);
}

void RunData::addStep(const Json& event) {
    const double time = numberIn(event, "time").value_or(0);
    // The time of a start's first step holds loading too; what its tokens took is what its speed says.
    const double speed = numberIn(event, "tokens_per_second").value_or(0);
    const double stepTokens = numberIn(event, "tokens").value_or(tokens) - tokens;
    const double took = m_clockBefore ? time - *m_clockBefore : speed > 0 ? std::max(stepTokens, 0.0) / speed : 0;
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
    metrics.steps.append(step, tokens, seconds, event);
}

void RunData::addEvaluation(const Json& event) {
    metrics.evaluations.append(*stepIn(event), tokens, seconds, event);
    lastEvaluation = numberIn(event, "eval_loss");
    if (lastEvaluation) bestEvaluation = std::min(bestEvaluation.value_or(*lastEvaluation), *lastEvaluation);
}

void RunData::end(const Json& event) {
    progress = {};
    if (textIn(event, "type") == "failed") {
        state = RunState::Failed;
        failure = errorFrom(event);
    } else {
        state = textIn(event, "reason") == "stopped" ? RunState::Stopped : RunState::Finished;
    }
}

double RunData::secondsLeft() const {
    return secondsPerStep > 0 && totalSteps > step ? secondsPerStep * static_cast<double>(totalSteps - step) : 0;
}

} // namespace fettle::ui
