#include "app/engine/session.h"
#include "core/base/files.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizer_trainer.h"

#include <memory>

namespace fettle::engine {

namespace {

void run(TokenizerTraining options, const std::string& templateFile, const Session& session) {
    if (!templateFile.empty()) options.chatTemplate = readFile(templateFile);
    trainTokenizer(options);
    const std::int64_t size = Tokenizer::load(options.out)->size();
    if (session.json)
        session.output.line(Json{{"out", options.out.string()}, {"vocab_size", size}});
    else
        session.output.line(options.out.string() + ": " + std::to_string(size) + " tokens");
}

} // namespace

void addTokenizerTrain(CLI::App& app, Session& session) {
    auto options = std::make_shared<TokenizerTraining>();
    auto templateFile = std::make_shared<std::string>();
    CLI::App* verb = addVerb(app, "tokenizer-train");
    verb->add_option("--input", options->inputs, "Plain text files")->required();
    verb->add_option("--out", options->out, "New or empty folder")->required();
    verb->add_option("--type", options->type, "bpe or unigram")->capture_default_str();
    verb->add_option("--vocab-size", options->vocabSize)->capture_default_str();
    verb->add_option("--special", options->specialSymbols, "Symbols that become special tokens");
    verb->add_option("--eos", options->eosSymbol, "The symbol that ends a text (default </s>)");
    verb->add_option("--chat-template", *templateFile, "Jinja file to store with the tokenizer");
    verb->callback([options, templateFile, &session] { run(*options, *templateFile, session); });
}

} // namespace fettle::engine
