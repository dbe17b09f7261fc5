// fuzz-seeds FOLDER: small files that each reader takes, as FOLDER/<reader>/<name>, for the fuzzers to start from.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/config/run_config.h"
#include "core/source/gguf/gguf_writer.h"
#include "tests/support/small_files.h"

#include <iostream>

using namespace fettle;

namespace {

std::string safetensors(const std::string& header) {
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + std::string(33, '\0');
}

std::string gguf() {
    const GgmlType* f32 = &ggmlTypeNamed("F32");
    return ggufHead({{"general.architecture", std::string("llama")},
                     {"llama.block_count", 1U},
                     {"llama.embedding_length", 8U},
                     {"llama.feed_forward_length", 16U},
                     {"llama.attention.head_count", 2U},
                     {"llama.attention.layer_norm_rms_epsilon", 1e-5F},
                     {"llama.context_length", 32U},
                     {"tokenizer.ggml.model", std::string("gpt2")},
                     {"tokenizer.ggml.tokens", std::vector<std::string>{"a", "b"}}},
                    {{"token_embd.weight", f32, {2, 8}}, {"output_norm.weight", f32, {8}}}) +
           std::string(2 * 8 * 4 + 32, '\0');
}

constexpr const char* kRows =
    "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\", \"content\": \"Ho\"}]}\n"
    "{\"prompt\": \"a\", \"completion\": \"b\"}\n{\"instruction\": \"i\", \"input\": \"\", \"output\": \"o\"}\n"
    "{\"prompt\": \"a\", \"chosen\": \"b\", \"rejected\": \"c\"}\n{\"text\": \"t\"}\n"
    "{\"conversations\": [{\"from\": \"human\", \"value\": \"x\"}, {\"from\": \"gpt\", \"value\": \"y\"}]}\n"
    "{\"prompt\": \"a\", \"completion\": \"b\", \"label\": true}\n";

} // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "fuzz-seeds FOLDER\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const auto add = [&](const char* reader, const char* name, const std::string& content) {
        makeFolder(folder / reader);
        writeFileAtomically(folder / reader / name, content);
    };
    add("safetensors", "small", safetensors(test::kSmallHeader));
    add("gguf", "llama", gguf());
    add("tokenizer", "bpe", test::kSmallTokenizer);
    add("chat_template", "chatml", readFile(resourceFolder() / "pocket" / "chatml.jinja"));
    add("rows", "formats", kRows);
    add("config", "llama", test::kSmallConfig);
    add("config", "run", toLine(toJson(RunConfig{})));
    return 0;
}
