#pragma once

#include "core/library/base_model.h"

namespace fettle {

// What a model folder holds beside weights and config.json.
struct SideFiles {
    std::vector<Companion> companions;
    std::string chatTemplate; // of another origin than the companions; empty: theirs

    void writeTo(const std::filesystem::path& folder) const;
    // The template alone, where it is of another origin: what an adapter has to bring along.
    void writeTemplateTo(const std::filesystem::path& folder) const;
};

// How a model reads and writes text.
struct TextSide {
    std::shared_ptr<const Tokenizer> tokenizer;
    std::optional<ChatTemplate> chatTemplate;
    std::vector<TokenId> stopIds;          // end of sequence: what ends any text
    std::filesystem::path tokenizerFolder; // the adapter's that brings one; empty: the base's own
    std::vector<TokenId> turnStopIds;      // these, and the token that the template ends the assistant's turn with
    SideFiles files;
};

// Whether an adapter's folder holds anything of it.
[[nodiscard]] bool bringsTextSide(const std::filesystem::path& adapter);

// Of a base with adapters on it. A tokenizer or template in the folder of an adapter is what the adapter was trained
// with, so the first that brings one decides, and a note says where the base or another adapter has a different one.
// `chatTemplate`: a file that wins over all of them. Errors of BaseModel, of Tokenizer::load and ChatTemplate::load.
[[nodiscard]] TextSide readTextSide(const BaseModel& base, const std::vector<std::filesystem::path>& adapters = {},
                                    const std::filesystem::path& chatTemplate = {});

} // namespace fettle
