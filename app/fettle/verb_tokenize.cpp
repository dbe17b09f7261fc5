#include "app/fettle/verbs.h"
#include "core/base/files.h"
#include "core/library/base_model.h"

#include <sstream>

namespace fettle::cli {

namespace {

struct Options {
    std::string model, text, file;
    std::vector<TokenId> ids;
    bool hasNoSpecialTokens = false;
    CLI::Option* fromText = nullptr; // whether it was given: the text may be empty
    CLI::Option* fromFile = nullptr;
};

Json piecesOf(const std::vector<TokenId>& ids, const Tokenizer& tokenizer) {
    Json pieces = Json::array();
    for (const TokenId id : ids)
        pieces.push_back(tokenizer.piece(id));
    return pieces;
}

Json decoded(const std::vector<TokenId>& ids, const Tokenizer& tokenizer) {
    const std::string text = tokenizer.decode(ids, SpecialText::Keep); // checks the ids
    return {{"input_ids", ids}, {"pieces", piecesOf(ids, tokenizer)}, {"text", text}};
}

// A list of JSON, written element by element: as a tree a long text would take a hundred times its size.
template <class Elements, class Write>
std::string listText(const Elements& elements, Write write) {
    std::string text = "[";
    for (const auto& element : elements)
        text += (text.size() > 1 ? "," : "") + write(element);
    return text + "]";
}

std::string encoded(const std::string& text, const Tokenizer& tokenizer, SpecialTokens special) {
    const Encoding encoding = tokenizer.encode(text, special);
    const auto pair = [](const TextSpan& span) {
        return "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + "]";
    };
    std::string line = R"({"input_ids":)";
    line += listText(encoding.ids, [](TokenId id) { return std::to_string(id); });
    line += R"(,"pieces":)" + listText(encoding.ids, [&](TokenId id) { return toLine(tokenizer.piece(id)); });
    line += R"(,"offsets":)" + listText(encoding.offsets, pair);
    return line + R"(,"text":)" + toLine(tokenizer.decode(encoding.ids, SpecialText::Keep)) + "}";
}

std::vector<std::string> textsOf(const std::filesystem::path& file) {
    std::istringstream lines(readFile(file));
    std::vector<std::string> texts;
    std::string line;
    for (std::int64_t number = 1; std::getline(lines, line); ++number) {
        const std::string where = file.string() + ", line " + std::to_string(number);
        const Json text = parseJson(line, where);
        if (!text.is_string())
            throw Error{ErrorKind::BadFile,
                        where + " is no JSON string.",
                        "Write one text in double quotes per line.",
                        {{"file", file.string()}, {"line", std::to_string(number)}}};
        texts.push_back(text.get<std::string>());
    }
    return texts;
}

void run(const Options& options, const Session& session) {
    const auto tokenizer = BaseModel::open(options.model)->tokenizer();
    const auto special = options.hasNoSpecialTokens ? SpecialTokens::None : SpecialTokens::Add;
    if (options.fromText->count() > 0)
        session.output.line(encoded(options.text, *tokenizer, special));
    else if (options.fromFile->count() > 0)
        for (const std::string& text : textsOf(options.file))
            session.output.line(encoded(text, *tokenizer, special));
    else
        session.output.line(decoded(options.ids, *tokenizer));
}

} // namespace

void addTokenize(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("tokenize", "Text to token ids and back, as JSON");
    verb->add_option("--model", options->model, "Folder with tokenizer files, or pocket")->required();
    auto* input = verb->add_option_group("input");
    options->fromText = input->add_option("--text", options->text, "One text");
    options->fromFile = input->add_option("--file", options->file, "A file with one JSON string per line");
    input->add_option("--ids", options->ids, "Token ids to decode: 1,2,3")->delimiter(',');
    input->require_option(1);
    verb->add_flag("--no-special-tokens", options->hasNoSpecialTokens, "No BOS or EOS around a text");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::cli
