#include "core/text/bundled_templates.h"

#include "core/base/files.h"
#include "core/base/resources.h"

#include <algorithm>

namespace fettle {

namespace {

const std::vector<BundledTemplate>& bundledTemplates() {
    static const std::vector<BundledTemplate> kTemplates = {
        {"chatml", {"<|im_start|>", "<|im_end|>"}},
        {"llama3", {"<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"}},
        {"phi3", {"<|system|>", "<|user|>", "<|assistant|>", "<|end|>"}},
        {"zephyr", {}}, // its turns end with the tokenizer's own end of sequence
    };
    return kTemplates;
}

} // namespace

const BundledTemplate* bundledTemplate(std::string_view name) {
    const auto& all = bundledTemplates();
    const auto found = std::ranges::find(all, name, &BundledTemplate::name);
    return found == all.end() ? nullptr : &*found;
}

std::string sourceOf(const BundledTemplate& bundled) {
    return readFile(resourceFolder() / "chat_templates" / (std::string(bundled.name) + ".jinja"));
}

} // namespace fettle
