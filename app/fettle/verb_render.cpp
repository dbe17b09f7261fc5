#include "app/common/conversation.h"
#include "app/fettle/verbs.h"
#include "core/library/text_side.h"

namespace fettle::cli {

namespace {

struct Options {
    std::string model, messages, chatTemplate;
    bool addsGenerationPrompt = false;
};

// The text is the answer also where only the assistant's part of it cannot be told.
Json rendered(const ChatTemplate& chatTemplate, const ChatRequest& request, const Tokenizer& tokenizer) {
    RenderedChat chat{.text = chatTemplate.renderText(request, tokenizer.specialTokens()), .assistantSpans = {}};
    try {
        chat = chatTemplate.render(request, tokenizer.specialTokens());
    } catch (const Error& error) {
        return {{"text", chat.text},
                {"spans", nullptr},
                {"input_ids", tokenize(chat, tokenizer).ids},
                {"mask", nullptr},
                {"reason", toJson(error)}};
    }
    const TokenizedChat tokens = tokenize(chat, tokenizer);
    Json spans = Json::array();
    for (const TextSpan& span : chat.assistantSpans)
        spans.push_back({span.begin, span.end});
    return {{"text", chat.text}, {"spans", spans}, {"input_ids", tokens.ids}, {"mask", tokens.mask}};
}

void run(const Options& options, const Session& session) {
    const auto base = BaseModel::open(options.model);
    ChatRequest request = readConversation(options.messages);
    request.addGenerationPrompt = options.addsGenerationPrompt;
    const TextSide text = readTextSide(*base, {}, {.chatTemplate = options.chatTemplate, .addSpecialTokens = {}});
    if (!text.chatTemplate)
        throw Error{ErrorKind::BadTemplate,
                    base->path().string() + " has no chat template.",
                    "Name one with --template FILE.",
                    {{"file", base->path().string()}}};
    session.output.line(rendered(*text.chatTemplate, request, *text.tokenizer));
}

} // namespace

void addRender(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = app.add_subcommand("render", "A conversation through the chat template, as JSON");
    verb->add_option("--model", options->model, "Folder with tokenizer files, or pocket")->required();
    verb->add_option("--messages", options->messages, "JSON file: {\"messages\": [...], \"tools\": [...]}")->required();
    verb->add_flag("--add-generation-prompt", options->addsGenerationPrompt,
                   "Ends where the assistant begins to speak");
    verb->add_option("--template", options->chatTemplate, "A Jinja file instead of the model's own template");
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::cli
