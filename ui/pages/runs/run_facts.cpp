#include "ui/pages/runs/run_facts.h"

#include "ui/text/numbers.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/field_texts.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct FactTexts {
    Q_DECLARE_TR_FUNCTIONS(ComparedRun)
};

const QString kDash = QStringLiteral("\u2013");

QString settingName(const QString& key) {
    const QString label = fieldLabel(key);
    const QString section = key.contains(QLatin1Char('.')) ? fieldLabel(key.section(QLatin1Char('.'), 0, 0)) : label;
    return section == label ? label : FactTexts::tr("%1: %2").arg(section, label);
}

// A list of files is what they are called.
Json withoutFiles(const Json& list) {
    Json names = Json::array();
    for (const Json& element : list)
        names.push_back(element.is_object() && element.contains("path") ? element["path"] : element);
    return names;
}

QString settingValue(const QString& key, const Json& value) {
    if (value.is_null() || value.empty()) return kDash;
    if (value.is_boolean()) return value.get<bool>() ? FactTexts::tr("yes") : FactTexts::tr("no");
    const QString text = value.is_string()  ? choiceText(key, valueText(value))
                         : value.is_array() ? valueText(withoutFiles(value))
                                            : valueText(value);
    const QString unit = value.is_number() ? fieldUnit(key) : QString();
    if (text.isEmpty()) return kDash;
    //: A number and its unit: "512 tokens"
    return unit.isEmpty() ? text : FactTexts::tr("%1 %2").arg(text, unit);
}

void addSettings(const Json& section, const QString& prefix, std::vector<SettingFact>& list) {
    for (const auto& [name, value] : section.items()) {
        const QString key = prefix + QString::fromStdString(name);
        if (value.is_object() && !value.empty())
            addSettings(value, key + QLatin1Char('.'), list);
        else if (key != QLatin1String("version"))
            list.push_back({key, settingName(key), settingValue(key, value)});
    }
}

QString stepsText(const RunData& data) {
    if (data.totalSteps <= 0) return kDash;
    return FactTexts::tr("%1 of %2").arg(countText(data.step), countText(data.totalSteps));
}

QString resultText(const RunData& data) {
    if (data.state != RunState::Finished) return kDash;
    return data.resultStep > 0 ? FactTexts::tr("the best, of step %1").arg(countText(data.resultStep))
                               : FactTexts::tr("the last step");
}

} // namespace

std::vector<SettingFact> settingsOf(const RunConfig& config) {
    std::vector<SettingFact> list;
    addSettings(toJson(config), {}, list);
    return list;
}

ComparedRun comparedRun(const RunRecord& record) {
    const RunData& data = record.data();
    const auto metric = [](const std::optional<double>& value) { return value ? metricText(*value) : kDash; };
    const auto whenTrained = [&data](const QString& text) { return data.step > 0 ? text : kDash; };
    return {.results = {{FactTexts::tr("State"), runStateText(record.state())},
                        {FactTexts::tr("Loss"), whenTrained(metricText(data.loss))},
                        {FactTexts::tr("Best validation"), metric(data.bestEvaluation)},
                        {FactTexts::tr("Steps"), stepsText(data)},
                        {FactTexts::tr("Result"), resultText(data)},
                        {FactTexts::tr("Tokens"), whenTrained(countText(static_cast<std::int64_t>(data.tokens)))},
                        {FactTexts::tr("Training time"), whenTrained(durationText(data.seconds))},
                        {FactTexts::tr("Speed"), whenTrained(rateText(data.tokensPerSecond))}},
            .settings = record.config() ? settingsOf(*record.config()) : std::vector<SettingFact>{}};
}

bool writesAnswers(const RunRecord* record) {
    return record == nullptr || !record->config() || !needsScore(record->config()->objective);
}

} // namespace fettle::ui
