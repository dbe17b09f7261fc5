#include "ui/text/problem_text.h"

#include "core/plan/plan_warnings.h"
#include "ui/text/core_text.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace fettle::ui {

namespace {

struct SavingWords {
    const char* key;
    const char* some;
    const char* enough;
};

constexpr SavingWords kSavings[] = {
    {"gradient_checkpointing", QT_TRANSLATE_NOOP("MemoryAdvice", "Gradient checkpointing saves {saved}."),
     QT_TRANSLATE_NOOP("MemoryAdvice", "Gradient checkpointing saves {saved}, which is enough.")},
    {"batch.per_device_batch_size", QT_TRANSLATE_NOOP("MemoryAdvice", "A batch size of {value} saves {saved}."),
     QT_TRANSLATE_NOOP("MemoryAdvice", "A batch size of {value} saves {saved}, which is enough.")},
    {"data.max_length", QT_TRANSLATE_NOOP("MemoryAdvice", "A length of {value} saves {saved}."),
     QT_TRANSLATE_NOOP("MemoryAdvice", "A length of {value} saves {saved}, which is enough.")},
    {"precision.compute and model.dtype", QT_TRANSLATE_NOOP("MemoryAdvice", "The format {value} saves {saved}."),
     QT_TRANSLATE_NOOP("MemoryAdvice", "The format {value} saves {saved}, which is enough.")},
    {"adapter.kind", QT_TRANSLATE_NOOP("MemoryAdvice", "LoRA instead of full tuning saves {saved}."),
     QT_TRANSLATE_NOOP("MemoryAdvice", "LoRA instead of full tuning saves {saved}, which is enough.")},
};

QString savingText(const MemorySaving& saving, const Plan& plan) {
    const auto* words = std::ranges::find(kSavings, saving.key, &SavingWords::key);
    if (words == std::end(kSavings)) return {};
    const bool isEnough = plan.memory.total() - saving.bytes <= plan.memoryAvailable;
    const QString text = QCoreApplication::translate("MemoryAdvice", isEnough ? words->enough : words->some);
    return withFacts(text, {{"value", saving.value}, {"saved", sizeText(saving.bytes).toStdString()}});
}

QString memoryAdvice(const Plan& plan) {
    QStringList sentences;
    for (const MemorySaving& saving : plan.savings)
        sentences << savingText(saving, plan);
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString problemText(const ConfigProblem& problem) {
    const FactText& told = problem.told;
    const QString text = withFacts(coreText(told.pattern), told.facts);
    const bool isTranslated = text != QString::fromStdString(told.english());
    return isTranslated ? text : coreText(problem.message);
}

QString problemHint(const ConfigProblem& problem, const Plan& plan) {
    if (problem.key == kMemoryKey && !problem.isWarning && !plan.savings.empty()) return memoryAdvice(plan);
    return coreText(problem.hint);
}

} // namespace fettle::ui
