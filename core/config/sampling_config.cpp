#include "core/config/sampling_config.h"

#include "core/base/translate.h"
#include "core/config/describe_section.h"
#include "core/config/read_section.h"
#include "core/config/write_section.h"

#include <algorithm>

namespace fettle {

template <class V>
void fields(V& visit, Is<SamplingConfig> auto& sampling) {
    visit({.key = "temperature",
           .help = FETTLE_TR("Above 1 more surprising, below 1 more predictable; 0 always takes the likeliest token."),
           .level = Level::Simple,
           .min = 0},
          sampling.temperature);
    visit({.key = "top_p",
           .help = FETTLE_TR("Only the likeliest tokens that together reach this probability; 1 turns it off."),
           .level = Level::Simple,
           .min = 0,
           .max = 1},
          sampling.topP);
    visit({.key = "top_k", .help = FETTLE_TR("Only so many of the likeliest tokens; 0 turns it off."), .min = 0},
          sampling.topK);
    visit({.key = "min_p",
           .help = FETTLE_TR("Only tokens at least this likely, measured by the likeliest one; 0 turns it off."),
           .min = 0,
           .max = 1},
          sampling.minP);
    visit({.key = "repetition_penalty",
           .help = FETTLE_TR("Above 1 tokens that were there already become less likely; 1 turns it off."),
           .min = 0,
           .excludesMin = true},
          sampling.repetitionPenalty);
    visit({.key = "seed", .help = FETTLE_TR("The same seed gives the same text.")}, sampling.seed);
    visit(
        {.key = "max_new_tokens", .help = FETTLE_TR("Tokens of the answer at most."), .level = Level::Simple, .min = 1},
        sampling.maxNewTokens);
    visit({.key = "stop_strings", .help = FETTLE_TR("Texts that end the answer.")}, sampling.stopStrings);
    visit({.key = "logprobs",
           .help = FETTLE_TR("The likeliest tokens reported with each step; 0 reports none."),
           .min = 0},
          sampling.logprobs);
}

SamplingConfig parseSampling(const Json& json) {
    Json own = json;
    bool isSampling = true;
    if (own.is_object() && own.contains("do_sample")) {
        read(own["do_sample"], Place{"sampling.do_sample", {}, describeSampling}, isSampling);
        own.erase("do_sample");
    }
    SamplingConfig sampling;
    read(own, Place{"sampling", {}, describeSampling}, sampling);
    if (!isSampling) sampling.temperature = 0;
    return sampling;
}

Json toJson(const SamplingConfig& sampling) {
    return toJsonValue(sampling);
}

void checkSamplingOptions(const SamplingConfig& sampling) {
    try {
        SamplingConfig checked;
        read(toJson(sampling), Place{"", {}, describeSampling}, checked);
    } catch (const Error& error) {
        const std::string key = error.facts.at("key").substr(0, error.facts.at("key").find('['));
        std::string option = key == "max_new_tokens" ? "max-tokens" : key == "stop_strings" ? "stop" : key;
        std::replace(option.begin(), option.end(), '_', '-');
        Facts facts = error.facts;
        facts["option"] = "--" + option;
        const std::string range = facts.contains("range") ? facts["range"] : facts["expected"];
        throw Error{ErrorKind::BadUsage, "--" + option + " must be " + range + ", not " + facts["found"] + ".",
                    "`fettle generate --help` lists the options.", facts};
    }
}

Json describeSampling() {
    return describeSection<SamplingConfig>();
}

} // namespace fettle
