#pragma once

#include "core/base/translate.h"
#include "core/config/adapter_config.h"
#include "core/config/field_info.h"

namespace fettle {

template <>
inline constexpr std::string_view kKindName<NoAdapter> = "none";
template <>
inline constexpr std::string_view kKindName<LoraConfig> = "lora";
template <>
inline constexpr std::string_view kKindName<PrefixTuningConfig> = "prefix_tuning";
template <>
inline constexpr std::string_view kKindName<BottleneckConfig> = "bottleneck";
template <>
inline constexpr std::string_view kKindName<Ia3Config> = "ia3";
template <>
inline constexpr std::string_view kKindName<PromptTuningConfig> = "prompt_tuning";
template <>
inline constexpr std::string_view kKindName<PTuningConfig> = "p_tuning";

template <class V>
void fields(V& visit, Is<NoAdapter> auto& full) {
    visit(
        {.key = "last_layers",
         .help = FETTLE_TR("Trains only this many layers from the end, and what is named as trainable; 0 with nothing "
                           "named trains the whole model."),
         .min = 0},
        full.lastLayers);
    visit({.key = "trainable",
           .help = FETTLE_TR("Trains only these modules or parts of the model, by name or regular expression, such as "
                             "embed_tokens or layers.0.")},
          full.trainable);
}

template <class V, class T>
void modulesToSaveField(V& visit, T& modulesToSave) {
    visit({.key = "modules_to_save",
           .help = FETTLE_TR("Modules trained whole beside the adapter and kept in its file, such as embed_tokens and "
                             "lm_head.")},
          modulesToSave);
}

template <class V>
void fields(V& visit, Is<LoraConfig> auto& lora) {
    visit({.key = "r",
           .help = FETTLE_TR("Rank of the update; a higher rank learns more and costs more memory."),
           .level = Level::Simple,
           .min = 1},
          lora.r);
    visit({.key = "lora_alpha",
           .help = FETTLE_TR("The update is scaled by alpha / r; often twice the rank."),
           .level = Level::Simple,
           .min = 0},
          lora.loraAlpha);
    visit({.key = "lora_dropout",
           .help = FETTLE_TR("Share of the adapter's inputs set to zero while training; 0 turns it off."),
           .level = Level::Simple,
           .min = 0,
           .max = 1,
           .excludesMax = true},
          lora.loraDropout);
    visit({.key = "target_modules",
           .help = FETTLE_TR("Modules that get an update: \"all-linear\", a list of names, or a regular expression.")},
          lora.targetModules);
    visit({.key = "exclude_modules",
           .help = FETTLE_TR("Modules that get no update although they are targets: a list of names, or a regular "
                             "expression.")},
          lora.excludeModules);
    visit({.key = "layers_to_transform",
           .help = FETTLE_TR("Layers that get an update, counted from 0; an empty list is all of them."),
           .min = 0},
          lora.layersToTransform);
    visit({.key = "use_rslora", .help = FETTLE_TR("Scales by alpha / sqrt(r), so that high ranks keep their effect.")},
          lora.useRslora);
    visit({.key = "use_dora",
           .help = FETTLE_TR("Learns the lengths of the weights' rows apart from their directions (DoRA); slower.")},
          lora.useDora);
    visit(
        {.key = "init_lora_weights",
         .help = FETTLE_TR("What the update starts from: nothing (true, or gaussian with other random numbers), or the "
                           "largest parts of the weights themselves (pissa), which learns faster."),
         .choices = {"true", "gaussian", "pissa"}},
        lora.initLoraWeights);
    visit({.key = "loraplus_lr_ratio",
           .help = FETTLE_TR("How many times faster the second matrix of an update learns (LoRA+); 1 turns it off."),
           .min = 1},
          lora.loraplusLrRatio);
    visit(
        {.key = "rank_pattern", .help = FETTLE_TR("Ranks of single modules, by name or regular expression."), .min = 1},
        lora.rankPattern);
    visit({.key = "alpha_pattern",
           .help = FETTLE_TR("Alphas of single modules, by name or regular expression."),
           .min = 0},
          lora.alphaPattern);
    modulesToSaveField(visit, lora.modulesToSave);
    visit({.key = "trainable_token_indices",
           .help = FETTLE_TR(
               "Tokens, by id, whose rows of embedding and head are trained; those that a run adds always are."),
           .min = 0},
          lora.trainableTokenIndices);
    visit({.key = "init_from",
           .help = FETTLE_TR("An adapter folder to continue from; it decides rank, alpha and target modules.")},
          lora.initFrom);
}

template <class V>
void fields(V& visit, Is<PrefixTuningConfig> auto& prefix) {
    visit({.key = "num_virtual_tokens",
           .help = FETTLE_TR("Learned positions that every layer sees before the text."),
           .level = Level::Simple,
           .min = 1,
           .max = 65536},
          prefix.numVirtualTokens);
    visit({.key = "prefix_projection",
           .help = FETTLE_TR("A network makes the positions of a small table while it trains; steadier, and not kept "
                             "afterwards.")},
          prefix.prefixProjection);
    visit({.key = "encoder_hidden_size",
           .help = FETTLE_TR("Width of that network; 0 is the width of a layer's keys."),
           .min = 0,
           .max = 65536},
          prefix.encoderHiddenSize);
    visit({.key = "init_weights",
           .help = FETTLE_TR("What the prefix starts from: random numbers, or zeros."),
           .choices = {"random", "zero"}},
          prefix.initWeights);
    visit(
        {.key = "init_from", .help = FETTLE_TR("An adapter folder to continue from; it decides the prefix's length.")},
        prefix.initFrom);
}

template <class V>
void fields(V& visit, Is<PromptTuningConfig> auto& prompt) {
    visit({.key = "num_virtual_tokens",
           .help = FETTLE_TR("Learned input vectors in front of every text."),
           .level = Level::Simple,
           .min = 1,
           .max = 65536},
          prompt.numVirtualTokens);
    visit({.key = "prompt_tuning_init",
           .help =
               FETTLE_TR("What the vectors start from: random numbers, the tokens of a text, or tokens drawn from the "
                         "vocabulary."),
           .level = Level::Simple,
           .choices = {"random", "text", "sample_vocab"}},
          prompt.promptTuningInit);
    visit({.key = "prompt_tuning_init_text",
           .help = FETTLE_TR("The text whose tokens the vectors start from, cut or repeated to their number.")},
          prompt.promptTuningInitText);
    visit({.key = "init_from",
           .help = FETTLE_TR("An adapter folder to continue from; it decides the number of vectors.")},
          prompt.initFrom);
}

template <class V>
void fields(V& visit, Is<PTuningConfig> auto& pTuning) {
    visit({.key = "num_virtual_tokens",
           .help = FETTLE_TR("Input vectors in front of every text, made by a network that is trained."),
           .level = Level::Simple,
           .min = 1,
           .max = 65536},
          pTuning.numVirtualTokens);
    visit(
        {.key = "encoder_reparameterization_type",
         .help = FETTLE_TR("The network that makes the vectors: layer upon layer (MLP), or along the vectors (LSTM)."),
         .level = Level::Simple,
         .choices = {"MLP", "LSTM"}},
        pTuning.encoderReparameterizationType);
    visit({.key = "encoder_hidden_size",
           .help = FETTLE_TR("Width of the network; 0 is the model's own."),
           .min = 0,
           .max = 65536},
          pTuning.encoderHiddenSize);
    visit({.key = "encoder_num_layers", .help = FETTLE_TR("Layers of an LSTM."), .min = 1, .max = 16},
          pTuning.encoderNumLayers);
}

template <class V>
void fields(V& visit, Is<BottleneckConfig> auto& bottleneck) {
    visit({.key = "mh_adapter", .help = FETTLE_TR("A bottleneck after the attention of each layer.")},
          bottleneck.mhAdapter);
    visit({.key = "output_adapter", .help = FETTLE_TR("A bottleneck after (or beside) the MLP of each layer.")},
          bottleneck.outputAdapter);
    visit({.key = "is_parallel", .help = FETTLE_TR("Puts the bottleneck beside the MLP instead of after it.")},
          bottleneck.isParallel);
    visit({.key = "reduction_factor",
           .help = FETTLE_TR("The model's width over the bottleneck's; smaller learns more and costs more memory."),
           .level = Level::Simple,
           .min = 0.01},
          bottleneck.reductionFactor);
    visit({.key = "non_linearity",
           .help = FETTLE_TR("The function inside the bottleneck."),
           .choices = {"relu", "swish", "gelu", "gelu_new"}},
          bottleneck.nonLinearity);
    visit({.key = "scaling", .help = FETTLE_TR("Factor on what the bottleneck adds.")}, bottleneck.scaling);
    visit({.key = "init_weights",
           .help = FETTLE_TR("How the weights start: close to no effect (bert, houlsby), or exactly so (mam_adapter)."),
           .choices = {"bert", "mam_adapter", "houlsby"}},
          bottleneck.initWeights);
    visit({.key = "init_from", .help = FETTLE_TR("An adapter folder to continue from; it decides all of the above.")},
          bottleneck.initFrom);
}

template <class V>
void fields(V& visit, Is<Ia3Config> auto& ia3) {
    visit({.key = "target_modules",
           .help = FETTLE_TR("Modules that are scaled: \"all-linear\", a list of names, or a regular expression.")},
          ia3.targetModules);
    visit(
        {.key = "feedforward_modules", .help = FETTLE_TR("Those of them whose input is scaled instead of the output.")},
        ia3.feedforwardModules);
    modulesToSaveField(visit, ia3.modulesToSave);
    visit({.key = "init_from", .help = FETTLE_TR("An adapter folder to continue from; it decides the modules.")},
          ia3.initFrom);
}

template <class V>
void fields(V& visit, Is<AdapterConfig> auto& adapter) {
    visit.tag({.key = "kind",
               .help = FETTLE_TR("What is trained: a small low-rank update (lora), learned positions before the text "
                                 "(prefix_tuning), learned input vectors (prompt_tuning), input vectors that a network "
                                 "makes (p_tuning), small networks inside the layers (bottleneck), factors on "
                                 "activations (ia3), or every weight of the model (none)."),
               .level = Level::Simple},
              adapter);
    visit.alternative(adapter);
}

} // namespace fettle
