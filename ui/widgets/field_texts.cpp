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

constexpr Text kLabels[] = {
    {"name", QT_TRANSLATE_NOOP("Field", "Name of the run")},
    {"seed", QT_TRANSLATE_NOOP("Field", "Seed")},
    {"device", QT_TRANSLATE_NOOP("Field", "Device")},
    {"threads", QT_TRANSLATE_NOOP("Field", "Threads")},
    {"gradient_checkpointing", QT_TRANSLATE_NOOP("Field", "Checkpointing of activations")},
    {"model", QT_TRANSLATE_NOOP("Field", "Model")},
    {"model.path", QT_TRANSLATE_NOOP("Field", "Base model")},
    {"model.dtype", QT_TRANSLATE_NOOP("Field", "Stored as")},
    {"model.quantization", QT_TRANSLATE_NOOP("Field", "Quantisation")},
    {"model.quantization.kind", QT_TRANSLATE_NOOP("Field", "Kept in")},
    {"model.quantization.double_quant", QT_TRANSLATE_NOOP("Field", "Scales in 8 bits")},
    {"data", QT_TRANSLATE_NOOP("Field", "Data")},
    {"data.validation_split", QT_TRANSLATE_NOOP("Field", "Validation share")},
    {"data.max_length", QT_TRANSLATE_NOOP("Field", "Length")},
    {"data.packing", QT_TRANSLATE_NOOP("Field", "Packing")},
    {"data.packing_strategy", QT_TRANSLATE_NOOP("Field", "Packing strategy")},
    {"data.shuffle", QT_TRANSLATE_NOOP("Field", "Shuffle")},
    {"data.train_on", QT_TRANSLATE_NOOP("Field", "Train on")},
    {"data.chat_template", QT_TRANSLATE_NOOP("Field", "Chat template")},
    {"data.system_prompt", QT_TRANSLATE_NOOP("Field", "System prompt")},
    {"data.separator", QT_TRANSLATE_NOOP("Field", "Separator")},
    {"objective", QT_TRANSLATE_NOOP("Field", "Method")},
    {"objective.kind", QT_TRANSLATE_NOOP("Field", "Method")},
    {"objective.beta", QT_TRANSLATE_NOOP("Field", "Beta")},
    {"objective.loss_type", QT_TRANSLATE_NOOP("Field", "Loss")},
    {"objective.loss_weights", QT_TRANSLATE_NOOP("Field", "Several losses")},
    {"objective.label_smoothing", QT_TRANSLATE_NOOP("Field", "Label smoothing")},
    {"objective.f_divergence_type", QT_TRANSLATE_NOOP("Field", "Distance measured by")},
    {"objective.f_alpha_divergence_coef", QT_TRANSLATE_NOOP("Field", "Alpha of the distance")},
    {"objective.discopop_tau", QT_TRANSLATE_NOOP("Field", "DiscoPOP's tau")},
    {"objective.cpo_alpha", QT_TRANSLATE_NOOP("Field", "Weight of the answer")},
    {"objective.simpo_gamma", QT_TRANSLATE_NOOP("Field", "Margin wanted")},
    {"objective.alpha", QT_TRANSLATE_NOOP("Field", "Alpha of rewards")},
    {"adapter", QT_TRANSLATE_NOOP("Field", "Adapter")},
    {"adapter.kind", QT_TRANSLATE_NOOP("Field", "Adapter")},
    {"adapter.r", QT_TRANSLATE_NOOP("Field", "Rank")},
    {"adapter.lora_alpha", QT_TRANSLATE_NOOP("Field", "Alpha")},
    {"adapter.lora_dropout", QT_TRANSLATE_NOOP("Field", "Dropout")},
    {"adapter.target_modules", QT_TRANSLATE_NOOP("Field", "Target modules")},
    {"adapter.use_rslora", QT_TRANSLATE_NOOP("Field", "rsLoRA scaling")},
    {"adapter.use_dora", QT_TRANSLATE_NOOP("Field", "DoRA")},
    {"adapter.prompt_tuning_init", QT_TRANSLATE_NOOP("Field", "Start vectors")},
    {"adapter.prompt_tuning_init_text", QT_TRANSLATE_NOOP("Field", "Text to start from")},
    {"adapter.rank_pattern", QT_TRANSLATE_NOOP("Field", "Ranks of modules")},
    {"adapter.alpha_pattern", QT_TRANSLATE_NOOP("Field", "Alphas of modules")},
    {"adapter.num_virtual_tokens", QT_TRANSLATE_NOOP("Field", "Virtual tokens")},
    {"adapter.mh_adapter", QT_TRANSLATE_NOOP("Field", "Behind attention")},
    {"adapter.output_adapter", QT_TRANSLATE_NOOP("Field", "At the MLP")},
    {"adapter.is_parallel", QT_TRANSLATE_NOOP("Field", "Beside the MLP")},
    {"adapter.reduction_factor", QT_TRANSLATE_NOOP("Field", "Reduction")},
    {"adapter.non_linearity", QT_TRANSLATE_NOOP("Field", "Function")},
    {"adapter.scaling", QT_TRANSLATE_NOOP("Field", "Scaling")},
    {"adapter.init_weights", QT_TRANSLATE_NOOP("Field", "Start values")},
    {"adapter.feedforward_modules", QT_TRANSLATE_NOOP("Field", "Scaled at the input")},
    {"adapter.init_from", QT_TRANSLATE_NOOP("Field", "Go on from")},
    {"optimizer", QT_TRANSLATE_NOOP("Field", "Optimizer")},
    {"optimizer.momentum", QT_TRANSLATE_NOOP("Field", "Momentum")},
    {"optimizer.ns_steps", QT_TRANSLATE_NOOP("Field", "Newton-Schulz steps")},
    {"optimizer.adjust_lr_fn", QT_TRANSLATE_NOOP("Field", "Size of a step")},
    {"optimizer.kind", QT_TRANSLATE_NOOP("Field", "Optimizer")},
    {"optimizer.learning_rate", QT_TRANSLATE_NOOP("Field", "Learning rate")},
    {"optimizer.betas", QT_TRANSLATE_NOOP("Field", "Betas")},
    {"optimizer.clip_threshold", QT_TRANSLATE_NOOP("Field", "Clip updates at")},
    {"optimizer.decay_rate", QT_TRANSLATE_NOOP("Field", "Growth of the average")},
    {"optimizer.eps", QT_TRANSLATE_NOOP("Field", "Epsilon")},
    {"optimizer.weight_decay", QT_TRANSLATE_NOOP("Field", "Weight decay")},
    {"optimizer.max_grad_norm", QT_TRANSLATE_NOOP("Field", "Clip gradients at")},
    {"schedule", QT_TRANSLATE_NOOP("Field", "Schedule")},
    {"schedule.kind", QT_TRANSLATE_NOOP("Field", "Schedule")},
    {"schedule.warmup_steps", QT_TRANSLATE_NOOP("Field", "Warm-up steps")},
    {"schedule.warmup_ratio", QT_TRANSLATE_NOOP("Field", "Warm-up share")},
    {"batch", QT_TRANSLATE_NOOP("Field", "Batch")},
    {"batch.per_device_batch_size", QT_TRANSLATE_NOOP("Field", "Batch size")},
    {"batch.gradient_accumulation_steps", QT_TRANSLATE_NOOP("Field", "Accumulation")},
    {"duration", QT_TRANSLATE_NOOP("Field", "Duration")},
    {"duration.num_train_epochs", QT_TRANSLATE_NOOP("Field", "Epochs")},
    {"duration.max_steps", QT_TRANSLATE_NOOP("Field", "Steps at most")},
    {"precision", QT_TRANSLATE_NOOP("Field", "Precision")},
    {"precision.compute", QT_TRANSLATE_NOOP("Field", "Precision")},
    {"precision.tf32", QT_TRANSLATE_NOOP("Field", "TF32")},
    {"evaluation", QT_TRANSLATE_NOOP("Field", "Evaluation")},
    {"evaluation.every_steps", QT_TRANSLATE_NOOP("Field", "Evaluate every")},
    {"evaluation.sample_prompts", QT_TRANSLATE_NOOP("Field", "Sample prompts")},
    {"evaluation.sample_max_tokens", QT_TRANSLATE_NOOP("Field", "Sample length")},
    {"evaluation.metric", QT_TRANSLATE_NOOP("Field", "Best by")},
    {"evaluation.early_stopping_patience", QT_TRANSLATE_NOOP("Field", "Stop early after")},
    {"checkpoint", QT_TRANSLATE_NOOP("Field", "Checkpoints")},
    {"checkpoint.every_steps", QT_TRANSLATE_NOOP("Field", "Save every")},
    {"checkpoint.keep_last", QT_TRANSLATE_NOOP("Field", "Keep the last")},
    {"checkpoint.keep_best", QT_TRANSLATE_NOOP("Field", "Keep the best")},
};

constexpr Text kUnits[] = {
    {"data.max_length", QT_TRANSLATE_NOOP("Field", "tokens")},
    {"batch.per_device_batch_size", QT_TRANSLATE_NOOP("Field", "rows")},
    {"batch.gradient_accumulation_steps", QT_TRANSLATE_NOOP("Field", "batches")},
    {"schedule.warmup_steps", QT_TRANSLATE_NOOP("Field", "steps")},
    {"duration.max_steps", QT_TRANSLATE_NOOP("Field", "steps")},
    {"evaluation.every_steps", QT_TRANSLATE_NOOP("Field", "steps")},
    {"evaluation.sample_max_tokens", QT_TRANSLATE_NOOP("Field", "tokens")},
    {"evaluation.early_stopping_patience", QT_TRANSLATE_NOOP("Field", "evaluations")},
    {"checkpoint.every_steps", QT_TRANSLATE_NOOP("Field", "steps")},
    {"checkpoint.keep_last", QT_TRANSLATE_NOOP("Field", "checkpoints")},
};

constexpr Text kUsual[] = {
    {"adapter.r", QT_TRANSLATE_NOOP("Field", "usual 4 to 32")},
    {"adapter.lora_alpha", QT_TRANSLATE_NOOP("Field", "often twice the rank")},
    {"adapter.lora_dropout", QT_TRANSLATE_NOOP("Field", "0 turns it off")},
    {"optimizer.learning_rate", QT_TRANSLATE_NOOP("Field", "the method's own")},
    {"duration.max_steps", QT_TRANSLATE_NOOP("Field", "0: by epochs")},
    {"schedule.warmup_steps", QT_TRANSLATE_NOOP("Field", "0: by share")},
    {"threads", QT_TRANSLATE_NOOP("Field", "0: one per core")},
    {"evaluation.every_steps", QT_TRANSLATE_NOOP("Field", "0: each epoch, -1: never")},
    {"checkpoint.every_steps", QT_TRANSLATE_NOOP("Field", "0: each epoch, -1: never")},
    {"evaluation.early_stopping_patience", QT_TRANSLATE_NOOP("Field", "0: never")},
};

constexpr Text kChoices[] = {
    {"auto", QT_TRANSLATE_NOOP("Choice", "Automatic")},
    {"answers", QT_TRANSLATE_NOOP("Choice", "Answers only")},
    {"everything", QT_TRANSLATE_NOOP("Choice", "Every token")},
    {"constant", QT_TRANSLATE_NOOP("Choice", "Constant")},
    {"constant_with_warmup", QT_TRANSLATE_NOOP("Choice", "Constant after warm-up")},
    {"linear", QT_TRANSLATE_NOOP("Choice", "Linear")},
    {"cosine", QT_TRANSLATE_NOOP("Choice", "Cosine")},
    {"adamw", QT_TRANSLATE_NOOP("Choice", "AdamW")},
    {"adamw_8bit", QT_TRANSLATE_NOOP("Choice", "AdamW, states in 8 bits")},
    {"adafactor", QT_TRANSLATE_NOOP("Choice", "Adafactor, least memory")},
    {"bfd", QT_TRANSLATE_NOOP("Choice", "Best fit, overflow dropped")},
    {"bfd_split", QT_TRANSLATE_NOOP("Choice", "Best fit, overflow kept")},
    {"wrapped", QT_TRANSLATE_NOOP("Choice", "Joined and chopped")},
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

QString readable(const QString& key) {
    QString words = key.section(QLatin1Char('.'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

} // namespace

QString fieldLabel(const QString& key) {
    const QString known = find(kLabels, key, "Field");
    return known.isEmpty() ? readable(key) : known;
}

QString sectionLabel(const QString& key) {
    return fieldLabel(key);
}

QString fieldUnit(const QString& key) {
    return find(kUnits, key, "Field");
}

QString fieldUsual(const QString& key) {
    return find(kUsual, key, "Field");
}

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
