#include "ui/widgets/field_facts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace fettle::ui {

namespace {

using enum ControlKind;

constexpr std::array kFacts = {
    FieldFacts{.key = "version", .control = Elsewhere},
    FieldFacts{.key = "name", .label = QT_TRANSLATE_NOOP("Field", "Name of the run")},
    FieldFacts{.key = "seed", .label = QT_TRANSLATE_NOOP("Field", "Seed"), .part = FormPart::Evaluation},
    FieldFacts{
        .key = "device", .label = QT_TRANSLATE_NOOP("Field", "Device"), .control = Combo, .part = FormPart::Device},
    FieldFacts{.key = "threads",
               .label = QT_TRANSLATE_NOOP("Field", "Threads"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: one per core"),
               .part = FormPart::Device},
    FieldFacts{.key = "gradient_checkpointing",
               .label = QT_TRANSLATE_NOOP("Field", "Gradient checkpointing"),
               .part = FormPart::Device},

    FieldFacts{.key = "model", .label = QT_TRANSLATE_NOOP("Field", "Model")},
    FieldFacts{.key = "model.path", .label = QT_TRANSLATE_NOOP("Field", "Base model"), .control = Folder},
    FieldFacts{.key = "model.init", .control = Elsewhere},
    FieldFacts{.key = "model.dtype", .label = QT_TRANSLATE_NOOP("Field", "Stored as"), .part = FormPart::Device},
    FieldFacts{
        .key = "model.quantization", .label = QT_TRANSLATE_NOOP("Field", "Quantisation"), .part = FormPart::Device},
    FieldFacts{.key = "model.quantization.kind", .label = QT_TRANSLATE_NOOP("Field", "Kept in"), .control = Combo},
    FieldFacts{.key = "model.quantization.double_quant", .label = QT_TRANSLATE_NOOP("Field", "Scales in 8 bits")},
    FieldFacts{.key = "evaluation.sets", .control = Elsewhere},
    FieldFacts{.key = "model.add_special_tokens",
               .label = QT_TRANSLATE_NOOP("Field", "Tokens to add"),
               .part = FormPart::Data},
    FieldFacts{.key = "model.dropout",
               .label = QT_TRANSLATE_NOOP("Field", "Dropout of the model"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 to 0.1"),
               .part = FormPart::Training},

    FieldFacts{.key = "data", .label = QT_TRANSLATE_NOOP("Field", "Data"), .part = FormPart::Data},
    FieldFacts{.key = "data.train", .label = QT_TRANSLATE_NOOP("Field", "Data file"), .control = Elsewhere},
    FieldFacts{.key = "data.validation", .label = QT_TRANSLATE_NOOP("Field", "Validation file"), .control = Elsewhere},
    FieldFacts{.key = "data.validation_split", .label = QT_TRANSLATE_NOOP("Field", "Validation share")},
    FieldFacts{.key = "data.train_share", .label = QT_TRANSLATE_NOOP("Field", "Share of the rows")},
    FieldFacts{.key = "data.max_length",
               .label = QT_TRANSLATE_NOOP("Field", "Length"),
               .unit = QT_TRANSLATE_NOOP("Field", "tokens")},
    FieldFacts{.key = "data.packing", .label = QT_TRANSLATE_NOOP("Field", "Packing")},
    FieldFacts{.key = "data.packing_strategy", .label = QT_TRANSLATE_NOOP("Field", "Packing strategy")},
    FieldFacts{.key = "data.shuffle", .label = QT_TRANSLATE_NOOP("Field", "Shuffle")},
    FieldFacts{.key = "data.train_on", .label = QT_TRANSLATE_NOOP("Field", "Train on")},
    FieldFacts{.key = "data.chat_template", .label = QT_TRANSLATE_NOOP("Field", "Chat template"), .control = File},
    FieldFacts{.key = "data.system_prompt", .label = QT_TRANSLATE_NOOP("Field", "System prompt")},
    FieldFacts{.key = "data.separator", .label = QT_TRANSLATE_NOOP("Field", "Separator")},

    FieldFacts{.key = "objective", .label = QT_TRANSLATE_NOOP("Field", "Method"), .part = FormPart::Method},
    FieldFacts{.key = "objective.kind",
               .label = QT_TRANSLATE_NOOP("Field", "Method"),
               .control = Segments,
               .first = "sft dpo orpo reward"},
    FieldFacts{.key = "objective.beta",
               .label = QT_TRANSLATE_NOOP("Field", "Beta"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.05 to 0.5")},
    FieldFacts{.key = "objective.loss_type", .label = QT_TRANSLATE_NOOP("Field", "Loss")},
    FieldFacts{.key = "objective.loss_weights", .label = QT_TRANSLATE_NOOP("Field", "Several losses")},
    FieldFacts{.key = "objective.f_divergence_type", .label = QT_TRANSLATE_NOOP("Field", "Divergence")},
    FieldFacts{.key = "objective.f_alpha_divergence_coef",
               .label = QT_TRANSLATE_NOOP("Field", "Alpha of the divergence")},
    FieldFacts{.key = "objective.discopop_tau", .label = QT_TRANSLATE_NOOP("Field", "DiscoPOP's tau")},
    FieldFacts{.key = "objective.ld_alpha",
               .label = QT_TRANSLATE_NOOP("Field", "Weight of extra length"),
               .usual = QT_TRANSLATE_NOOP("Field", "1 turns it off")},
    FieldFacts{.key = "objective.neftune_noise_alpha",
               .label = QT_TRANSLATE_NOOP("Field", "NEFTune noise"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 5 to 15")},
    FieldFacts{.key = "objective.cpo_alpha", .label = QT_TRANSLATE_NOOP("Field", "Weight of the chosen answer")},
    FieldFacts{.key = "objective.simpo_gamma",
               .label = QT_TRANSLATE_NOOP("Field", "Margin wanted"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.3 to 1.5")},
    FieldFacts{.key = "objective.alpha",
               .label = QT_TRANSLATE_NOOP("Field", "Alpha of rewards"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: logarithms")},
    FieldFacts{.key = "objective.desirable_weight",
               .label = QT_TRANSLATE_NOOP("Field", "Weight of good answers"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 1 to 4")},
    FieldFacts{.key = "objective.undesirable_weight",
               .label = QT_TRANSLATE_NOOP("Field", "Weight of bad answers"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 1 to 4")},
    FieldFacts{.key = "objective.center_rewards_coefficient",
               .label = QT_TRANSLATE_NOOP("Field", "Keep scores around 0"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.01")},
    FieldFacts{.key = "objective.label_smoothing",
               .label = QT_TRANSLATE_NOOP("Field", "Label smoothing"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 turns it off")},

    FieldFacts{.key = "objective.num_generations",
               .label = QT_TRANSLATE_NOOP("Field", "Answers to a prompt"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 4 to 16")},
    FieldFacts{.key = "objective.max_completion_length",
               .label = QT_TRANSLATE_NOOP("Field", "Longest answer"),
               .unit = QT_TRANSLATE_NOOP("Field", "tokens")},
    FieldFacts{.key = "objective.reward_funcs", .label = QT_TRANSLATE_NOOP("Field", "Rewards")},
    FieldFacts{.key = "objective.reward_weights",
               .label = QT_TRANSLATE_NOOP("Field", "Weights of the rewards"),
               .usual = QT_TRANSLATE_NOOP("Field", "empty: all alike")},
    FieldFacts{.key = "objective.reward_pattern", .label = QT_TRANSLATE_NOOP("Field", "Pattern wanted")},
    FieldFacts{
        .key = "objective.reward_model_path", .label = QT_TRANSLATE_NOOP("Field", "Reward model"), .control = Folder},
    FieldFacts{.key = "objective.soft_punish_length",
               .label = QT_TRANSLATE_NOOP("Field", "Too long from"),
               .unit = QT_TRANSLATE_NOOP("Field", "tokens"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: the longest")},
    FieldFacts{.key = "objective.soft_punish_cache",
               .label = QT_TRANSLATE_NOOP("Field", "Costs rise over"),
               .unit = QT_TRANSLATE_NOOP("Field", "tokens")},
    FieldFacts{.key = "objective.temperature", .label = QT_TRANSLATE_NOOP("Field", "Temperature")},
    FieldFacts{.key = "objective.top_p",
               .label = QT_TRANSLATE_NOOP("Field", "Top p"),
               .usual = QT_TRANSLATE_NOOP("Field", "1 turns it off")},
    FieldFacts{.key = "objective.top_k",
               .label = QT_TRANSLATE_NOOP("Field", "Top k"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 turns it off")},
    FieldFacts{.key = "objective.min_p",
               .label = QT_TRANSLATE_NOOP("Field", "Min p"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 turns it off")},
    FieldFacts{.key = "objective.repetition_penalty",
               .label = QT_TRANSLATE_NOOP("Field", "Repetition penalty"),
               .usual = QT_TRANSLATE_NOOP("Field", "1 turns it off")},
    FieldFacts{.key = "objective.num_iterations", .label = QT_TRANSLATE_NOOP("Field", "Steps on the same answers")},
    FieldFacts{.key = "objective.mask_truncated_completions",
               .label = QT_TRANSLATE_NOOP("Field", "Leave out cut answers")},
    FieldFacts{.key = "objective.scale_rewards", .label = QT_TRANSLATE_NOOP("Field", "Spread of rewards")},
    FieldFacts{.key = "objective.epsilon",
               .label = QT_TRANSLATE_NOOP("Field", "Clip ratios at"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.2")},
    FieldFacts{.key = "objective.epsilon_high", .label = QT_TRANSLATE_NOOP("Field", "Clip ratios upwards at")},
    FieldFacts{.key = "objective.delta", .label = QT_TRANSLATE_NOOP("Field", "Highest ratio")},
    FieldFacts{.key = "objective.importance_sampling_level", .label = QT_TRANSLATE_NOOP("Field", "Ratios of")},
    FieldFacts{.key = "objective.use_bias_correction_kl",
               .label = QT_TRANSLATE_NOOP("Field", "Weigh the distance by ratios")},
    FieldFacts{.key = "objective.num_ppo_epochs", .label = QT_TRANSLATE_NOOP("Field", "Steps on the same answers")},
    FieldFacts{.key = "objective.kl_coef",
               .label = QT_TRANSLATE_NOOP("Field", "Cost of the distance"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.05")},
    FieldFacts{.key = "objective.kl_estimator", .label = QT_TRANSLATE_NOOP("Field", "Distance estimated by")},
    FieldFacts{.key = "objective.cliprange",
               .label = QT_TRANSLATE_NOOP("Field", "Clip ratios at"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.2")},
    FieldFacts{.key = "objective.vf_coef",
               .label = QT_TRANSLATE_NOOP("Field", "Weight of the values"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.1")},
    FieldFacts{.key = "objective.cliprange_value",
               .label = QT_TRANSLATE_NOOP("Field", "Clip values at"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.2")},
    FieldFacts{.key = "objective.gamma",
               .label = QT_TRANSLATE_NOOP("Field", "Discount per token"),
               .usual = QT_TRANSLATE_NOOP("Field", "1: none")},
    FieldFacts{.key = "objective.lam",
               .label = QT_TRANSLATE_NOOP("Field", "GAE lambda"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 0.95")},
    FieldFacts{.key = "objective.whiten_rewards",
               .label = QT_TRANSLATE_NOOP("Field", "Divide rewards by their spread")},
    FieldFacts{.key = "objective.missing_eos_penalty",
               .label = QT_TRANSLATE_NOOP("Field", "Cost of a missing end"),
               .usual = QT_TRANSLATE_NOOP("Field", "empty: none")},
    FieldFacts{.key = "objective.normalize_advantages", .label = QT_TRANSLATE_NOOP("Field", "Divide by the spread")},

    FieldFacts{.key = "adapter", .label = QT_TRANSLATE_NOOP("Field", "Adapter"), .part = FormPart::Method},
    FieldFacts{.key = "adapter.kind",
               .label = QT_TRANSLATE_NOOP("Field", "Adapter"),
               .control = Segments,
               .first = "lora none"},
    FieldFacts{.key = "adapter.last_layers",
               .label = QT_TRANSLATE_NOOP("Field", "Last layers"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: not by layers")},
    FieldFacts{.key = "adapter.trainable",
               .label = QT_TRANSLATE_NOOP("Field", "Trained parts"),
               .usual = QT_TRANSLATE_NOOP("Field", "one per line")},
    FieldFacts{.key = "adapter.r",
               .label = QT_TRANSLATE_NOOP("Field", "Rank"),
               .usual = QT_TRANSLATE_NOOP("Field", "usual 4 to 32"),
               .control = Power},
    FieldFacts{.key = "adapter.lora_alpha",
               .label = QT_TRANSLATE_NOOP("Field", "Alpha"),
               .usual = QT_TRANSLATE_NOOP("Field", "often twice the rank"),
               .control = Power},
    FieldFacts{.key = "adapter.lora_dropout",
               .label = QT_TRANSLATE_NOOP("Field", "Dropout"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 turns it off")},
    FieldFacts{.key = "adapter.target_modules", .label = QT_TRANSLATE_NOOP("Field", "Target modules")},
    FieldFacts{.key = "adapter.exclude_modules", .label = QT_TRANSLATE_NOOP("Field", "Modules left out")},
    FieldFacts{.key = "adapter.trainable_token_indices",
               .label = QT_TRANSLATE_NOOP("Field", "Tokens whose rows are trained")},
    FieldFacts{.key = "adapter.layers_to_transform",
               .label = QT_TRANSLATE_NOOP("Field", "Layers"),
               .usual = QT_TRANSLATE_NOOP("Field", "empty: all")},
    FieldFacts{.key = "adapter.init_lora_weights", .label = QT_TRANSLATE_NOOP("Field", "Start of the update")},
    FieldFacts{.key = "adapter.loraplus_lr_ratio",
               .label = QT_TRANSLATE_NOOP("Field", "LoRA+ ratio"),
               .usual = QT_TRANSLATE_NOOP("Field", "1 turns it off")},
    FieldFacts{.key = "adapter.use_rslora", .label = QT_TRANSLATE_NOOP("Field", "rsLoRA scaling")},
    FieldFacts{.key = "adapter.use_dora", .label = QT_TRANSLATE_NOOP("Field", "DoRA")},
    FieldFacts{.key = "adapter.rank_pattern", .label = QT_TRANSLATE_NOOP("Field", "Ranks of modules")},
    FieldFacts{.key = "adapter.alpha_pattern", .label = QT_TRANSLATE_NOOP("Field", "Alphas of modules")},
    FieldFacts{.key = "adapter.modules_to_save",
               .label = QT_TRANSLATE_NOOP("Field", "Trained whole"),
               .usual = QT_TRANSLATE_NOOP("Field", "one per line")},
    FieldFacts{.key = "adapter.num_virtual_tokens", .label = QT_TRANSLATE_NOOP("Field", "Virtual tokens")},
    FieldFacts{.key = "adapter.prefix_projection", .label = QT_TRANSLATE_NOOP("Field", "Projection")},
    FieldFacts{.key = "adapter.encoder_reparameterization_type", .label = QT_TRANSLATE_NOOP("Field", "Encoder")},
    FieldFacts{.key = "adapter.encoder_hidden_size",
               .label = QT_TRANSLATE_NOOP("Field", "Width of the encoder"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: as the model")},
    FieldFacts{.key = "adapter.encoder_num_layers", .label = QT_TRANSLATE_NOOP("Field", "Layers of the encoder")},
    FieldFacts{.key = "adapter.prompt_tuning_init", .label = QT_TRANSLATE_NOOP("Field", "Initial vectors")},
    FieldFacts{.key = "adapter.prompt_tuning_init_text", .label = QT_TRANSLATE_NOOP("Field", "Initial text")},
    FieldFacts{.key = "adapter.mh_adapter", .label = QT_TRANSLATE_NOOP("Field", "After attention")},
    FieldFacts{.key = "adapter.output_adapter", .label = QT_TRANSLATE_NOOP("Field", "At the MLP")},
    FieldFacts{.key = "adapter.is_parallel", .label = QT_TRANSLATE_NOOP("Field", "Beside the MLP")},
    FieldFacts{.key = "adapter.reduction_factor", .label = QT_TRANSLATE_NOOP("Field", "Reduction factor")},
    FieldFacts{.key = "adapter.non_linearity", .label = QT_TRANSLATE_NOOP("Field", "Activation function")},
    FieldFacts{.key = "adapter.scaling", .label = QT_TRANSLATE_NOOP("Field", "Scaling")},
    FieldFacts{.key = "adapter.init_weights", .label = QT_TRANSLATE_NOOP("Field", "Initial weights")},
    FieldFacts{.key = "adapter.feedforward_modules", .label = QT_TRANSLATE_NOOP("Field", "Scaled at the input")},
    FieldFacts{.key = "adapter.init_from", .label = QT_TRANSLATE_NOOP("Field", "Continue from"), .control = Elsewhere},

    FieldFacts{.key = "optimizer", .label = QT_TRANSLATE_NOOP("Field", "Optimizer"), .part = FormPart::Training},
    FieldFacts{.key = "optimizer.kind", .label = QT_TRANSLATE_NOOP("Field", "Optimizer"), .control = Combo},
    FieldFacts{.key = "optimizer.learning_rate", .label = QT_TRANSLATE_NOOP("Field", "Learning rate")},
    FieldFacts{.key = "optimizer.betas", .label = QT_TRANSLATE_NOOP("Field", "Betas")},
    FieldFacts{.key = "optimizer.clip_threshold", .label = QT_TRANSLATE_NOOP("Field", "Clip updates at")},
    FieldFacts{.key = "optimizer.decay_rate", .label = QT_TRANSLATE_NOOP("Field", "Decay rate")},
    FieldFacts{.key = "optimizer.eps", .label = QT_TRANSLATE_NOOP("Field", "Epsilon")},
    FieldFacts{.key = "optimizer.momentum", .label = QT_TRANSLATE_NOOP("Field", "Momentum")},
    FieldFacts{.key = "optimizer.ns_steps", .label = QT_TRANSLATE_NOOP("Field", "Newton-Schulz steps")},
    FieldFacts{.key = "optimizer.adjust_lr_fn", .label = QT_TRANSLATE_NOOP("Field", "Size of a step")},
    FieldFacts{.key = "optimizer.weight_decay", .label = QT_TRANSLATE_NOOP("Field", "Weight decay")},
    FieldFacts{.key = "optimizer.max_grad_norm", .label = QT_TRANSLATE_NOOP("Field", "Clip gradients at")},

    FieldFacts{.key = "schedule", .label = QT_TRANSLATE_NOOP("Field", "Schedule"), .part = FormPart::Training},
    FieldFacts{.key = "schedule.kind", .label = QT_TRANSLATE_NOOP("Field", "Schedule"), .control = Combo},
    FieldFacts{.key = "schedule.num_cycles", .label = QT_TRANSLATE_NOOP("Field", "Cycles")},
    FieldFacts{.key = "schedule.min_lr_rate",
               .label = QT_TRANSLATE_NOOP("Field", "Ends at"),
               .unit = QT_TRANSLATE_NOOP("Field", "of the peak")},
    FieldFacts{.key = "schedule.warmup_lr_rate",
               .label = QT_TRANSLATE_NOOP("Field", "Starts at"),
               .unit = QT_TRANSLATE_NOOP("Field", "of the peak")},
    FieldFacts{.key = "schedule.lr_end", .label = QT_TRANSLATE_NOOP("Field", "Ends at")},
    FieldFacts{.key = "schedule.power", .label = QT_TRANSLATE_NOOP("Field", "Power")},
    FieldFacts{.key = "schedule.timescale",
               .label = QT_TRANSLATE_NOOP("Field", "Time scale"),
               .unit = QT_TRANSLATE_NOOP("Field", "steps")},
    FieldFacts{.key = "schedule.num_decay_steps",
               .label = QT_TRANSLATE_NOOP("Field", "Falls in the last"),
               .unit = QT_TRANSLATE_NOOP("Field", "steps")},
    FieldFacts{.key = "schedule.decay_type", .label = QT_TRANSLATE_NOOP("Field", "Shape of the fall")},
    FieldFacts{.key = "schedule.warmup_type", .label = QT_TRANSLATE_NOOP("Field", "Shape of the rise")},
    FieldFacts{.key = "schedule.min_lr_ratio",
               .label = QT_TRANSLATE_NOOP("Field", "Starts and ends at"),
               .unit = QT_TRANSLATE_NOOP("Field", "of the peak")},
    FieldFacts{.key = "schedule.warmup_steps",
               .label = QT_TRANSLATE_NOOP("Field", "Warm-up"),
               .unit = QT_TRANSLATE_NOOP("Field", "steps"),
               .winsOver = "schedule.warmup_ratio",
               .start = "10"},
    FieldFacts{.key = "schedule.warmup_ratio",
               .label = QT_TRANSLATE_NOOP("Field", "Warm-up"),
               .unit = QT_TRANSLATE_NOOP("Field", "of the run")},

    FieldFacts{.key = "batch", .label = QT_TRANSLATE_NOOP("Field", "Batch"), .part = FormPart::Training},
    FieldFacts{.key = "batch.per_device_batch_size",
               .label = QT_TRANSLATE_NOOP("Field", "Batch size"),
               .unit = QT_TRANSLATE_NOOP("Field", "rows")},
    FieldFacts{.key = "batch.gradient_accumulation_steps",
               .label = QT_TRANSLATE_NOOP("Field", "Accumulation"),
               .unit = QT_TRANSLATE_NOOP("Field", "batches")},

    FieldFacts{.key = "duration", .label = QT_TRANSLATE_NOOP("Field", "Duration"), .part = FormPart::Training},
    FieldFacts{.key = "duration.num_train_epochs",
               .label = QT_TRANSLATE_NOOP("Field", "Duration"),
               .unit = QT_TRANSLATE_NOOP("Field", "epochs")},
    FieldFacts{.key = "duration.max_steps",
               .label = QT_TRANSLATE_NOOP("Field", "Duration"),
               .unit = QT_TRANSLATE_NOOP("Field", "steps"),
               .winsOver = "duration.num_train_epochs",
               .start = "100"},

    FieldFacts{.key = "precision", .label = QT_TRANSLATE_NOOP("Field", "Precision"), .part = FormPart::Device},
    FieldFacts{.key = "precision.compute", .label = QT_TRANSLATE_NOOP("Field", "Precision")},
    FieldFacts{.key = "precision.tf32", .label = QT_TRANSLATE_NOOP("Field", "TF32")},

    FieldFacts{.key = "evaluation", .label = QT_TRANSLATE_NOOP("Field", "Evaluation"), .part = FormPart::Evaluation},
    FieldFacts{.key = "evaluation.every_steps",
               .label = QT_TRANSLATE_NOOP("Field", "Evaluate every"),
               .unit = QT_TRANSLATE_NOOP("Field", "steps"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: each epoch, -1: never")},
    FieldFacts{.key = "evaluation.sample_prompts", .label = QT_TRANSLATE_NOOP("Field", "Sample prompts")},
    FieldFacts{.key = "evaluation.sample_max_tokens",
               .label = QT_TRANSLATE_NOOP("Field", "Sample length"),
               .unit = QT_TRANSLATE_NOOP("Field", "tokens")},
    FieldFacts{.key = "evaluation.rewards", .label = QT_TRANSLATE_NOOP("Field", "Rewards of held-out answers")},
    FieldFacts{.key = "evaluation.rewards.reward_funcs",
               .label = QT_TRANSLATE_NOOP("Field", "Held-out answers earn by")},
    FieldFacts{.key = "evaluation.rewards.num_prompts",
               .label = QT_TRANSLATE_NOOP("Field", "Prompts asked"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: all")},
    FieldFacts{.key = "evaluation.metric", .label = QT_TRANSLATE_NOOP("Field", "Best by")},
    FieldFacts{.key = "evaluation.early_stopping_patience",
               .label = QT_TRANSLATE_NOOP("Field", "Stop early after"),
               .unit = QT_TRANSLATE_NOOP("Field", "evaluations"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: never")},

    FieldFacts{.key = "checkpoint", .label = QT_TRANSLATE_NOOP("Field", "Checkpoints"), .part = FormPart::Evaluation},
    FieldFacts{.key = "checkpoint.every_steps",
               .label = QT_TRANSLATE_NOOP("Field", "Save every"),
               .unit = QT_TRANSLATE_NOOP("Field", "steps"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: each epoch, -1: never")},
    FieldFacts{.key = "checkpoint.keep_last",
               .label = QT_TRANSLATE_NOOP("Field", "Keep the last"),
               .unit = QT_TRANSLATE_NOOP("Field", "checkpoints")},
    FieldFacts{.key = "checkpoint.keep_best", .label = QT_TRANSLATE_NOOP("Field", "Keep the best")},

    FieldFacts{.key = "sampling", .label = QT_TRANSLATE_NOOP("Field", "Sampling")},
    FieldFacts{.key = "sampling.temperature",
               .label = QT_TRANSLATE_NOOP("Field", "Temperature"),
               .usual = QT_TRANSLATE_NOOP("Field", "0: the likeliest token")},
    FieldFacts{.key = "sampling.top_p",
               .label = QT_TRANSLATE_NOOP("Field", "Top p"),
               .usual = QT_TRANSLATE_NOOP("Field", "1 turns it off")},
    FieldFacts{.key = "sampling.top_k",
               .label = QT_TRANSLATE_NOOP("Field", "Top k"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 turns it off")},
    FieldFacts{.key = "sampling.min_p",
               .label = QT_TRANSLATE_NOOP("Field", "Min p"),
               .usual = QT_TRANSLATE_NOOP("Field", "0 turns it off")},
    FieldFacts{.key = "sampling.repetition_penalty",
               .label = QT_TRANSLATE_NOOP("Field", "Repetition penalty"),
               .usual = QT_TRANSLATE_NOOP("Field", "1 turns it off")},
    FieldFacts{.key = "sampling.seed", .label = QT_TRANSLATE_NOOP("Field", "Seed")},
    FieldFacts{.key = "sampling.max_new_tokens", .label = QT_TRANSLATE_NOOP("Field", "Longest answer")},
    FieldFacts{.key = "sampling.stop_strings",
               .label = QT_TRANSLATE_NOOP("Field", "Stop texts"),
               .usual = QT_TRANSLATE_NOOP("Field", "one per line")},
    FieldFacts{.key = "sampling.logprobs", .control = Elsewhere},
};

QString translated(const char* english) {
    return *english == '\0' ? QString() : QCoreApplication::translate("Field", english);
}

QString readable(const QString& key) {
    QString words = key.section(QLatin1Char('.'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

} // namespace

const FieldFacts& factsOf(const QString& key) {
    static constexpr FieldFacts kNone;
    const auto found =
        std::ranges::find_if(kFacts, [&](const FieldFacts& facts) { return key == QLatin1String(facts.key); });
    if (found != kFacts.end()) return *found;
    const QLatin1String rewards("evaluation.rewards."); // in the objective's words
    return key.startsWith(rewards) ? factsOf(QLatin1String("objective.") + key.mid(rewards.size())) : kNone;
}

QString fieldLabel(const QString& key) {
    const QString known = translated(factsOf(key).label);
    return known.isEmpty() ? readable(key) : known;
}

QString fieldUnit(const QString& key) {
    return translated(factsOf(key).unit);
}

QString fieldUsual(const QString& key) {
    return translated(factsOf(key).usual);
}

QString winnerOver(const QString& key) {
    const auto found = std::ranges::find_if(kFacts, [&](const FieldFacts& facts) {
        return *facts.winsOver != '\0' && key == QLatin1String(facts.winsOver);
    });
    return found == kFacts.end() ? QString() : QString::fromLatin1(found->key);
}

QStringList keysOf(FormPart part) {
    QStringList keys;
    for (const FieldFacts& facts : kFacts)
        if (facts.part == part) keys << QString::fromLatin1(facts.key);
    return keys;
}

} // namespace fettle::ui
