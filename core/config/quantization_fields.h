#pragma once

#include "core/base/translate.h"
#include "core/config/field_info.h"
#include "core/config/quantization.h"

namespace fettle {

template <>
inline constexpr std::string_view kKindName<NoQuantization> = "none";
template <>
inline constexpr std::string_view kKindName<Int8Quantization> = "int8";
template <>
inline constexpr std::string_view kKindName<Nf4Quantization> = "nf4";

template <class V>
void fields(V&, Is<NoQuantization> auto&) {}
template <class V>
void fields(V&, Is<Int8Quantization> auto&) {}

template <class V>
void fields(V& visit, Is<Nf4Quantization> auto& nf4) {
    visit({.key = "double_quant",
           .help = FETTLE_TR("Keeps the scales of 64 weights in 8 bits too, which saves 0.4 bits a weight.")},
          nf4.doubleQuant);
}

template <class V>
void fields(V& visit, Is<QuantizationConfig> auto& quantization) {
    visit.tag(
        {.key = "kind",
         .help = FETTLE_TR("Keeps the frozen base in 8 bits (int8) or 4 bits (nf4, as QLoRA does), so that larger "
                           "models fit; products take longer."),
         .level = Level::Advanced},
        quantization);
    visit.alternative(quantization);
}

} // namespace fettle
