#include "ui/widgets/field_texts.h"

#include "ui/text/metrics.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <cmath>

namespace fettle::ui {

namespace {

struct Text {
    const char* key;
    const char* english;
};

constexpr Text kChoices[] = {
    {"auto", QT_TRANSLATE_NOOP("Choice", "Automatic")},
    {"answers", QT_TRANSLATE_NOOP("Choice", "Answers only")},
    {"everything", QT_TRANSLATE_NOOP("Choice", "Every token")},
    {"constant", QT_TRANSLATE_NOOP("Choice", "Constant")},
    {"constant_with_warmup", QT_TRANSLATE_NOOP("Choice", "Constant after warm-up")},
    {"linear", QT_TRANSLATE_NOOP("Choice", "Linear")},
    {"cosine", QT_TRANSLATE_NOOP("Choice", "Cosine")},
    {"cosine_with_restarts", QT_TRANSLATE_NOOP("Choice", "Cosine, several times")},
    {"cosine_with_min_lr", QT_TRANSLATE_NOOP("Choice", "Cosine, not down to 0")},
    {"cosine_warmup_with_min_lr", QT_TRANSLATE_NOOP("Choice", "Cosine, raised ends")},
    {"polynomial", QT_TRANSLATE_NOOP("Choice", "Polynomial")},
    {"inverse_sqrt", QT_TRANSLATE_NOOP("Choice", "Inverse square root")},
    {"warmup_stable_decay", QT_TRANSLATE_NOOP("Choice", "Constant, then falling")},
    {"1-sqrt", QT_TRANSLATE_NOOP("Choice", "Square root")},
    {"adamw", QT_TRANSLATE_NOOP("Choice", "AdamW")},
    {"adamw_8bit", QT_TRANSLATE_NOOP("Choice", "AdamW, states in 8 bits")},
    {"adafactor", QT_TRANSLATE_NOOP("Choice", "Adafactor, least memory")},
    {"lion", QT_TRANSLATE_NOOP("Choice", "Lion")},
    {"lion_8bit", QT_TRANSLATE_NOOP("Choice", "Lion, state in 8 bits")},
    {"sgd", QT_TRANSLATE_NOOP("Choice", "SGD")},
    {"muon", QT_TRANSLATE_NOOP("Choice", "Muon")},
    {"none", QT_TRANSLATE_NOOP("Choice", "As stored")},
    {"int8", QT_TRANSLATE_NOOP("Choice", "int8: 8 bits a weight")},
    {"nf4", QT_TRANSLATE_NOOP("Choice", "NF4: 4 bits a weight, QLoRA")},
    {"bfd", QT_TRANSLATE_NOOP("Choice", "Best fit, overflow dropped")},
    {"bfd_split", QT_TRANSLATE_NOOP("Choice", "Best fit, overflow kept")},
    {"wrapped", QT_TRANSLATE_NOOP("Choice", "Joined and chopped")},
    {"true", QT_TRANSLATE_NOOP("Choice", "Nothing")},
    {"gaussian", QT_TRANSLATE_NOOP("Choice", "Nothing, Gaussian")},
    {"pissa", QT_TRANSLATE_NOOP("Choice", "PiSSA: parts of the weights")},
    {"MLP", QT_TRANSLATE_NOOP("Choice", "MLP: layer upon layer")},
    {"LSTM", QT_TRANSLATE_NOOP("Choice", "LSTM: along the vectors")},
    {"exact_match", QT_TRANSLATE_NOOP("Choice", "Same text")},
    {"contains", QT_TRANSLATE_NOOP("Choice", "Text in it")},
    {"numeric", QT_TRANSLATE_NOOP("Choice", "Same number")},
    {"choice", QT_TRANSLATE_NOOP("Choice", "Same choice")},
    {"regex", QT_TRANSLATE_NOOP("Choice", "Pattern")},
    {"json", QT_TRANSLATE_NOOP("Choice", "Same JSON")},
    {"rouge_l", QT_TRANSLATE_NOOP("Choice", "Words in common")},
    {"length", QT_TRANSLATE_NOOP("Choice", "Few tokens")},
    {"model", QT_TRANSLATE_NOOP("Choice", "Reward model")},
    {"group", QT_TRANSLATE_NOOP("Choice", "Of a prompt's answers")},
    {"batch", QT_TRANSLATE_NOOP("Choice", "Of the step's answers")},
    {"token", QT_TRANSLATE_NOOP("Choice", "Each token")},
    {"sequence", QT_TRANSLATE_NOOP("Choice", "Each answer (GSPO)")},
    {"on", QT_TRANSLATE_NOOP("Choice", "On")},
    {"off", QT_TRANSLATE_NOOP("Choice", "Off")},
    {"bfloat16", QT_TRANSLATE_NOOP("Choice", "bf16: 16 bits, wide range")},
    {"float16", QT_TRANSLATE_NOOP("Choice", "fp16: 16 bits, fine steps")},
    {"float32", QT_TRANSLATE_NOOP("Choice", "fp32: 32 bits, exact, slower")},
};

template <std::size_t N>
QString find(const Text (&texts)[N], const QString& key, const char* context) {
    for (const Text& text : texts)
        if (key == QLatin1String(text.key)) return QCoreApplication::translate(context, text.english);
    return {};
}

} // namespace

QString choiceText(const QString& key, const QString& value) {
    if (key == QLatin1String("adapter.kind")) return adapterName(value);
    if (key == QLatin1String("objective.kind")) return objectiveName(value);
    if (key == QLatin1String("evaluation.metric")) return metricName(value);
    const QString known = find(kChoices, value, "Choice");
    return known.isEmpty() ? value : known;
}

QString valueText(const Json& value) {
    if (value.is_null()) return {};
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_number_integer()) return QLocale().toString(value.get<qlonglong>());
    if (value.is_number()) {
        const double number = value.get<double>();
        if (number != 0 && std::abs(number) < 1e-3) return learningRateText(number);
        return QLocale().toString(number, 'g', 6);
    }
    if (!value.is_array()) return {};
    QStringList parts;
    for (const Json& element : value)
        parts << valueText(element);
    return parts.join(QStringLiteral(", "));
}

} // namespace fettle::ui
