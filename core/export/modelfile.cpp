#include "core/export/modelfile.h"

#include "core/base/error.h"

#include <array>

namespace fettle {

namespace {

// How a turn is written: begin, role, middle, what is said, end.
struct TurnForm {
    std::string begin, middle, end;
    std::string assistant = "assistant"; // the role's name
    bool hasSystem = true;
};

const std::array<TurnForm, 3>& turnForms() {
    static const std::array<TurnForm, 3> all = {TurnForm{"<|im_start|>", "\n", "<|im_end|>\n"},
                                                TurnForm{"<|start_header_id|>", "<|end_header_id|>\n\n", "<|eot_id|>"},
                                                TurnForm{"<start_of_turn>", "\n", "<end_of_turn>\n", "model", false}};
    return all;
}

Json conversationFor(const TurnForm& form) {
    Json messages = Json::array();
    if (form.hasSystem) messages.push_back({{"role", "system"}, {"content", "Rules."}});
    for (const char* role : {"user", "assistant", "user"})
        messages.push_back({{"role", role}, {"content", std::string("Says ") + role + "."}});
    return messages;
}

std::string written(const TurnForm& form, const Json& messages) {
    std::string text;
    for (const Json& message : messages) {
        const std::string role = message["role"] == "assistant" ? form.assistant : message["role"].get<std::string>();
        text += form.begin + role + form.middle + message["content"].get<std::string>() + form.end;
    }
    return text + form.begin + form.assistant + form.middle;
}

// Whether the template writes this conversation in that form, behind a token that begins the text.
bool writes(const ChatTemplate& chatTemplate, const TurnForm& form, const Json& specialTokens) try {
    const Json messages = conversationFor(form);
    const std::string text =
        chatTemplate.renderText({.messages = messages, .addGenerationPrompt = true}, specialTokens);
    const std::string bos = specialTokens.is_object() ? specialTokens.value("bos_token", "") : "";
    const std::string expected = written(form, messages);
    return text == expected || text == bos + expected;
} catch (const Error&) {
    return false; // it takes no such conversation
}

std::string goTemplate(const TurnForm& form) {
    const std::string role = form.assistant == "assistant" ? "{{ .Role }}"
                                                           : "{{ if eq .Role \"assistant\" }}" + form.assistant +
                                                                 "{{ else }}{{ .Role }}{{ end }}";
    return "{{ range .Messages }}" + form.begin + role + form.middle + "{{ .Content }}" + form.end + "{{ end }}" +
           form.begin + form.assistant + form.middle;
}

std::string quoted(const std::string& text) {
    return Json(text).dump();
}

} // namespace

std::string ollamaModelfile(const std::string& ggufFile, const std::optional<ChatTemplate>& chatTemplate,
                            const Json& specialTokens, const std::vector<std::string>& stops) {
    std::string file = "FROM ./" + ggufFile + "\n";
    if (chatTemplate)
        for (const TurnForm& form : turnForms())
            if (writes(*chatTemplate, form, specialTokens)) {
                file += "TEMPLATE \"\"\"" + goTemplate(form) + "\"\"\"\n";
                break;
            }
    for (const std::string& stop : stops)
        file += "PARAMETER stop " + quoted(stop) + "\n";
    return file;
}

} // namespace fettle
