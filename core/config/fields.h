#pragma once

#include "core/base/translate.h"
#include "core/config/adapter_fields.h"
#include "core/config/field_info.h"
#include "core/config/metrics.h"
#include "core/config/objective_fields.h"
#include "core/config/optimizer_fields.h"
#include "core/config/quantization_fields.h"
#include "core/config/reward_fields.h"
#include "core/config/run_config.h"
#include "core/config/schedule_fields.h"

namespace fettle {

// fields(visit, section) calls, for each member in the order in which config.json is written,
//   visit(FieldInfo, member)        for a value or a section,
//   visit.tag(FieldInfo, variant)   for the "kind" of alternatives,
//   visit.alternative(variant)      where the members of the chosen alternative lie.

template <class V>
void fields(V& visit, Is<InitModel> auto& init) {
    visit({.key = "tokenizer", .help = FETTLE_TR("Folder with the tokenizer files of the new model.")}, init.tokenizer);
    visit(
        {.key = "config", .help = FETTLE_TR("The new model's config.json: family, width, layers, heads, vocabulary.")},
        init.config);
}

template <class V>
void fields(V& visit, Is<ModelConfig> auto& model) {
    visit({.key = "path",
           .help = FETTLE_TR("Folder of the base model, or \"pocket\" for the bundled one."),
           .level = Level::Simple},
          model.path);
    visit({.key = "init", .help = FETTLE_TR("Makes a fresh model with random weights instead of loading one.")},
          model.init);
    visit({.key = "dtype",
           .help = FETTLE_TR("How the base model's weights are stored; \"auto\" takes the compute type."),
           .choices = {"auto", "bfloat16", "float16", "float32"}},
          model.dtype);
    visit({.key = "add_special_tokens",
           .help = FETTLE_TR("Tokens to add to the tokenizer, such as a separator; each gets a row that is trained.")},
          model.addSpecialTokens);
    visit({.key = "quantization", .help = FETTLE_TR("How many bits the frozen base's weights are kept in.")},
          model.quantization);
    visit({.key = "dropout",
           .help = FETTLE_TR("Share of the residual stream's new values that is left out at random while training, "
                             "against learning few rows by heart; 0 is none."),
           .min = 0,
           .max = 1,
           .excludesMax = true},
          model.dropout);
}

template <class V>
void fields(V& visit, Is<DataFileConfig> auto& file) {
    visit({.key = "path",
           .help = FETTLE_TR("A JSONL, JSON, CSV, TSV, Parquet or Arrow file, plain text (.txt), of which each line "
                             "that is not blank is a "
                             "row, or a folder of texts, of which each is a row."),
           .level = Level::Simple},
          file.path);
    visit({.key = "format",
           .help = FETTLE_TR("How the rows are written; \"auto\" finds it by looking."),
           .level = Level::Simple,
           .choices = {"auto", "messages", "sharegpt", "alpaca", "prompt_completion", "text", "preference",
                       "sharegpt_preference", "hh_rlhf", "unpaired_preference", "open_assistant",
                       "natural_instructions", "self_instruct"}},
          file.format);
    visit({.key = "columns", .help = FETTLE_TR("Names of the format's columns in this file, where they differ.")},
          file.columns);
    visit({.key = "limit", .help = FETTLE_TR("Rows taken from the start of the file; 0 takes all."), .min = 0},
          file.limit);
    visit({.key = "weight",
           .help = FETTLE_TR("How often each row counts: 0.5 takes half of the rows, drawn by the seed, 2.5 takes each "
                             "row twice and half of them a third time. Rows are held out before."),
           .min = 0,
           .max = 100,
           .excludesMin = true},
          file.weight);
}

template <class V>
void fields(V& visit, Is<DataConfig> auto& data) {
    visit({.key = "train", .help = FETTLE_TR("Files with the training rows."), .level = Level::Simple}, data.train);
    visit({.key = "validation", .help = FETTLE_TR("Files with rows that are only evaluated."), .level = Level::Simple},
          data.validation);
    visit({.key = "validation_split",
           .help = FETTLE_TR("Share of the training rows held out for evaluation where no validation file is given."),
           .level = Level::Simple,
           .min = 0,
           .max = 1,
           .excludesMax = true},
          data.validationSplit);
    visit(
        {.key = "train_share",
         .help = FETTLE_TR("Share of the training rows that is learned from, drawn by the seed; the rows that are held "
                           "out stay the same. Says whether more data would help."),
         .min = 0,
         .max = 1,
         .excludesMin = true},
        data.trainShare);
    visit({.key = "max_length",
           .help = FETTLE_TR("Tokens of a row at most; longer rows are cut."),
           .level = Level::Simple,
           .min = 2},
          data.maxLength);
    visit({.key = "packing", .help = FETTLE_TR("Joins short rows into bins of max_length; rows never see each other.")},
          data.packing);
    visit({.key = "packing_strategy",
           .help = FETTLE_TR("How bins are filled: best fit with the overflow dropped (bfd) or kept as further rows "
                             "(bfd_split), or all rows joined and chopped (wrapped)."),
           .choices = {"bfd", "bfd_split", "wrapped"}},
          data.packingStrategy);
    visit({.key = "shuffle", .help = FETTLE_TR("A new order of the rows in each epoch, fixed by the seed.")},
          data.shuffle);
    visit({.key = "train_on",
           .help = FETTLE_TR("Whether the loss counts the assistant's answers only, or every token."),
           .level = Level::Simple,
           .choices = {"answers", "everything"}},
          data.trainOn);
    visit({.key = "chat_template",
           .help = FETTLE_TR("Instead of the model's own: chatml, llama3, phi3 or zephyr, whose tokens it learns, or a "
                             "Jinja file.")},
          data.chatTemplate);
    visit({.key = "system_prompt", .help = FETTLE_TR("Put in front of every conversation that has no system message.")},
          data.systemPrompt);
    visit({.key = "separator",
           .help = FETTLE_TR("Text between prompt and completion of rows that use no chat template.")},
          data.separator);
}

template <class V>
void fields(V& visit, Is<OptimizerConfig> auto& optimizer) {
    visit.tag({.key = "kind", .help = FETTLE_TR("The rule that turns gradients into updates.")}, optimizer.kind);
    visit({.key = "learning_rate",
           .help = FETTLE_TR("Size of the updates at the schedule's peak; empty takes the method's own default."),
           .level = Level::Simple,
           .min = 0},
          optimizer.learningRate);
    visit.alternative(optimizer.kind);
    visit({.key = "weight_decay",
           .help = FETTLE_TR("Pulls weights towards zero, in units of the learning rate."),
           .min = 0},
          optimizer.weightDecay);
    visit({.key = "max_grad_norm",
           .help = FETTLE_TR("Gradients with a larger norm are scaled down to it; 0 turns clipping off."),
           .min = 0},
          optimizer.maxGradNorm);
}

template <class V>
void fields(V& visit, Is<ScheduleConfig> auto& schedule) {
    visit.tag({.key = "kind", .help = FETTLE_TR("How the learning rate changes over the run."), .level = Level::Simple},
              schedule.kind);
    visit.alternative(schedule.kind);
    visit({.key = "warmup_steps",
           .help = FETTLE_TR("Steps in which the learning rate rises from zero; above 0 it wins over warmup_ratio."),
           .min = 0},
          schedule.warmupSteps);
    visit({.key = "warmup_ratio",
           .help = FETTLE_TR("Share of all steps in which the learning rate rises from zero."),
           .min = 0,
           .max = 1},
          schedule.warmupRatio);
}

template <class V>
void fields(V& visit, Is<BatchConfig> auto& batch) {
    visit({.key = "per_device_batch_size",
           .help = FETTLE_TR("Rows (with packing: bins) worked on at the same time; fewer need less memory."),
           .level = Level::Simple,
           .min = 1},
          batch.perDeviceBatchSize);
    visit({.key = "gradient_accumulation_steps",
           .help = FETTLE_TR("Batches added up before each update, as if they were one."),
           .level = Level::Simple,
           .min = 1},
          batch.gradientAccumulationSteps);
}

template <class V>
void fields(V& visit, Is<DurationConfig> auto& duration) {
    visit({.key = "num_train_epochs",
           .help = FETTLE_TR("Passes over the training data."),
           .level = Level::Simple,
           .min = 0},
          duration.numTrainEpochs);
    visit({.key = "max_steps", .help = FETTLE_TR("Updates; above 0 it wins over num_train_epochs."), .min = 0},
          duration.maxSteps);
}

template <class V>
void fields(V& visit, Is<PrecisionConfig> auto& precision) {
    visit({.key = "compute",
           .help = FETTLE_TR("Number format of the products; \"auto\" takes the best one that the device has."),
           .choices = {"auto", "bfloat16", "float16", "float32"}},
          precision.compute);
    visit({.key = "tf32", .help = FETTLE_TR("Lets a GPU round float32 products to TF32, which is faster.")},
          precision.tf32);
}

template <class V>
void fields(V& visit, Is<EvaluationSetConfig> auto& set) {
    visit({.key = "name", .help = FETTLE_TR("Letters, digits and _, by which its loss is reported.")}, set.name);
    fields(visit, set.file);
}

template <class V>
void fields(V& visit, Is<EvaluationConfig> auto& evaluation) {
    visit({.key = "every_steps",
           .help = FETTLE_TR("Steps between evaluations; 0: at the end of each epoch and of the run; -1: never."),
           .level = Level::Simple,
           .min = -1},
          evaluation.everySteps);
    visit({.key = "sample_prompts",
           .help = FETTLE_TR("Prompts that the model answers at each evaluation."),
           .level = Level::Simple},
          evaluation.samplePrompts);
    visit({.key = "sample_max_tokens", .help = FETTLE_TR("Tokens of such an answer at most."), .min = 1},
          evaluation.sampleMaxTokens);
    visit({.key = "sets",
           .help = FETTLE_TR("Further rows whose loss is measured at each evaluation: texts unlike the training data "
                             "show what the model forgets.")},
          evaluation.sets);
    visit(
        {.key = "rewards", .help = FETTLE_TR("What the model's answers to held-out prompts earn at each evaluation.")},
        evaluation.rewards);
    visit({.key = "metric",
           .help = FETTLE_TR("The figure that decides which checkpoint is best."),
           .choices = {evaluationMetrics().begin(), evaluationMetrics().end()},
           .accepts = isLossOfSet},
          evaluation.metric);
    visit({.key = "early_stopping_patience",
           .help = FETTLE_TR("Evaluations without improvement after which the run ends; 0 never ends it early."),
           .min = 0},
          evaluation.earlyStoppingPatience);
}

template <class V>
void fields(V& visit, Is<CheckpointConfig> auto& checkpoint) {
    visit({.key = "every_steps",
           .help = FETTLE_TR("Steps between checkpoints; 0: at the end of each epoch and of the run; -1: never."),
           .min = -1},
          checkpoint.everySteps);
    visit({.key = "keep_last", .help = FETTLE_TR("Checkpoints kept; older ones are removed."), .min = 1},
          checkpoint.keepLast);
    visit({.key = "keep_best", .help = FETTLE_TR("Keeps the checkpoint of the best evaluation as well.")},
          checkpoint.keepBest);
}

template <class V>
void fields(V& visit, Is<RunConfig> auto& run) {
    visit({.key = "version", .help = FETTLE_TR("Version of this file's layout."), .min = 1, .max = 1}, run.version);
    visit({.key = "name", .help = FETTLE_TR("What the run is called in lists."), .level = Level::Simple}, run.name);
    visit({.key = "seed", .help = FETTLE_TR("Fixes everything random: the same seed gives the same run."), .min = 0},
          run.seed);
    visit({.key = "device",
           .help = FETTLE_TR("Where to compute: auto, cpu, cuda, or one GPU such as cuda:1."),
           .level = Level::Simple},
          run.device);
    visit({.key = "threads", .help = FETTLE_TR("Processor threads; 0 takes one per core."), .min = 0, .max = 4096},
          run.threads);
    visit({.key = "model", .help = FETTLE_TR("The base model."), .level = Level::Simple}, run.model);
    visit({.key = "data", .help = FETTLE_TR("What is learned from."), .level = Level::Simple}, run.data);
    visit({.key = "objective", .help = FETTLE_TR("What the loss measures."), .level = Level::Simple}, run.objective);
    visit({.key = "adapter", .help = FETTLE_TR("Which weights are trained."), .level = Level::Simple}, run.adapter);
    visit({.key = "optimizer", .help = FETTLE_TR("How weights are updated."), .level = Level::Simple}, run.optimizer);
    visit({.key = "schedule", .help = FETTLE_TR("The learning rate over time."), .level = Level::Simple}, run.schedule);
    visit({.key = "batch", .help = FETTLE_TR("How much is looked at for one update."), .level = Level::Simple},
          run.batch);
    visit({.key = "duration", .help = FETTLE_TR("How long the run goes on."), .level = Level::Simple}, run.duration);
    visit({.key = "precision", .help = FETTLE_TR("Number formats.")}, run.precision);
    visit({.key = "gradient_checkpointing",
           .help = FETTLE_TR("Computes activations a second time instead of keeping them: less memory, more time."),
           .choices = {"auto", "on", "off"}},
          run.gradientCheckpointing);
    visit({.key = "evaluation", .help = FETTLE_TR("Looking at the model during the run."), .level = Level::Simple},
          run.evaluation);
    visit({.key = "checkpoint", .help = FETTLE_TR("What is saved during the run.")}, run.checkpoint);
}

} // namespace fettle
