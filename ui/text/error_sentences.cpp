#include "ui/text/error_sentences.h"

#include "ui/text/core_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace fettle::ui {

namespace {

using enum ErrorKind;

// A sentence of the window that says less than the engine's English is told only where it is translated.
struct Words {
    const char* english;
    bool isAlwaysTold;
};

constexpr Words always(const char* english) {
    return {english, true};
}

constexpr Words translated(const char* english) {
    return {english, false};
}

// Places in braces are facts; a row fits an error that has them all.
struct KindWords {
    ErrorKind kind;
    Words what, toDo;
};

// For each kind the most particular first, one without places last.
constexpr KindWords kWords[] = {
    {BadUsage,
     always(QT_TRANSLATE_NOOP("ErrorText", "The prompt has {tokens} tokens; the model's context holds {context}.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Shorten the prompt, or start a new conversation."))},
    {BadUsage,
     translated(QT_TRANSLATE_NOOP("ErrorText", "The text holds the token {id}, for which the model has no row.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Use the tokenizer that belongs to the model."))},
    {BadUsage, translated(QT_TRANSLATE_NOOP("ErrorText", "There is no module called “{module}”.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose a module of this model."))},
    {BadUsage, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” must be {expected}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct it and try again."))},
    {BadUsage, translated(QT_TRANSLATE_NOOP("ErrorText", "The engine was asked for something that it cannot do.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct it and try again."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” is {found}; it must be {bounds}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose a value in that range."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” is {found}; it must be one of: {choices}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose one of these."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” must be {expected}, not {found}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct the value."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” is not a known key.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Did you mean “{nearest}”?"))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” does not belong to the kind “{kind}”.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Remove it, or choose the kind that has it."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "There is no data format called “{format}”.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another format."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” does not fit the rest of the configuration.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Change it, or go back to its default."))},
    {BadConfig, translated(QT_TRANSLATE_NOOP("ErrorText", "The configuration cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct it and start again."))},
    {BadDataset, always(QT_TRANSLATE_NOOP("ErrorText", "{file} is in {encoding}, not in UTF-8.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Save the file as UTF-8."))},
    {BadDataset, translated(QT_TRANSLATE_NOOP("ErrorText", "{file}: line {line} cannot be used as a row.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct the line, or choose another format for this file."))},
    {BadDataset, translated(QT_TRANSLATE_NOOP("ErrorText", "{file} holds no row that can be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another file, or another format for this one."))},
    {BadDataset, translated(QT_TRANSLATE_NOOP("ErrorText", "The data cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another file, or another format for this one."))},
    {BadModel,
     always(QT_TRANSLATE_NOOP("ErrorText", "“{tensor}” has the shape {found}; config.json asks for {expected}.")),
     always(
         QT_TRANSLATE_NOOP("ErrorText", "Weights and config.json do not belong together: download the model again."))},
    {BadModel, always(QT_TRANSLATE_NOOP("ErrorText", "Models of the family “{family}” cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose a model of a family that Fettle knows."))},
    {BadModel,
     translated(QT_TRANSLATE_NOOP("ErrorText", "The tensor “{tensor}” of the model is missing or cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the model again, in float32, float16 or bfloat16."))},
    {BadModel, translated(QT_TRANSLATE_NOOP("ErrorText", "The activation “{activation}” is not known.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another model."))},
    {BadModel, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” in the model's config.json cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the model again, or choose another one."))},
    {BadModel, translated(QT_TRANSLATE_NOOP("ErrorText", "“{module}” does not fit between the two models.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose two models that belong together."))},
    {BadModel, translated(QT_TRANSLATE_NOOP("ErrorText", "No model was found in {folder}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose the folder that holds config.json and model.safetensors."))},
    {BadModel, translated(QT_TRANSLATE_NOOP("ErrorText", "The model in {file} cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the model again, or choose another one."))},
    {BadModel, translated(QT_TRANSLATE_NOOP("ErrorText", "The model cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the model again, or choose another one."))},
    {BadAdapter,
     always(QT_TRANSLATE_NOOP("ErrorText",
                              "The adapter's “{tensor}” has the shape {found}; this base model needs {expected}.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "The adapter belongs to another base model."))},
    {BadAdapter,
     translated(QT_TRANSLATE_NOOP("ErrorText",
                                  "The tensor “{tensor}” of the adapter is missing or does not fit this base model.")),
     translated(
         QT_TRANSLATE_NOOP("ErrorText", "Export the adapter again, or choose the base model that it belongs to."))},
    {BadAdapter, translated(QT_TRANSLATE_NOOP("ErrorText", "“{key}” in the adapter's configuration cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another adapter."))},
    {BadAdapter, translated(QT_TRANSLATE_NOOP("ErrorText", "The adapter in {file} cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Export it again as safetensors, or choose another one."))},
    {BadAdapter, translated(QT_TRANSLATE_NOOP("ErrorText", "The adapter cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another adapter."))},
    {BadTokenizer,
     translated(QT_TRANSLATE_NOOP("ErrorText", "The tokenizer has a part of the type “{type}”, which is not known.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose a decoder model with its own tokenizer."))},
    {BadTokenizer, translated(QT_TRANSLATE_NOOP("ErrorText", "The tokenizer in {file} cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the tokenizer again."))},
    {BadTokenizer, translated(QT_TRANSLATE_NOOP("ErrorText", "The tokenizer cannot be used.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the tokenizer again."))},
    {BadTemplate,
     translated(QT_TRANSLATE_NOOP("ErrorText", "The chat template has an error in line {line}, column {column}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another chat template."))},
    {BadTemplate,
     translated(
         QT_TRANSLATE_NOOP("ErrorText", "The chat template writes {token}, and the model's tokenizer has none.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another chat template: chatml brings its own tokens."))},
    {BadTemplate,
     translated(QT_TRANSLATE_NOOP(
         "ErrorText", "The rows are conversations, but the model has no chat template, and {key} names none.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose chatml or another bundled template, or a Jinja file."))},
    {BadTemplate, translated(QT_TRANSLATE_NOOP("ErrorText", "{file} has no chat template.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Name a template file in data.chat_template."))},
    {BadTemplate, translated(QT_TRANSLATE_NOOP("ErrorText", "The chat template cannot be used for this.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another chat template."))},
    {BadFile, translated(QT_TRANSLATE_NOOP("ErrorText", "{file}: line {line} is not what is expected there.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct it at that place, or download the file again."))},
    {BadFile,
     translated(QT_TRANSLATE_NOOP("ErrorText", "The tensor “{tensor}” in a file is not what is expected there.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "The file belongs to another run or model: choose another one."))},
    {BadFile, translated(QT_TRANSLATE_NOOP("ErrorText", "{file} is damaged, or is not what its name says.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct it, or download the file again."))},
    {BadFile, translated(QT_TRANSLATE_NOOP("ErrorText", "A file is damaged, or is not what its name says.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Correct it, or download the file again."))},
    {FileNotFound, always(QT_TRANSLATE_NOOP("ErrorText", "{file} does not exist.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Check the path, or choose another file."))},
    {FileNotFound, translated(QT_TRANSLATE_NOOP("ErrorText", "A file that is needed does not exist.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Check the path, or choose another file."))},
    {FileAccess, always(QT_TRANSLATE_NOOP("ErrorText", "{file} cannot be read or written.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Check who may use it, or choose another place."))},
    {FileAccess, translated(QT_TRANSLATE_NOOP("ErrorText", "A file cannot be read or written.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Check who may use it, or choose another place."))},
    {DiskFull, always(QT_TRANSLATE_NOOP("ErrorText", "The disk is full: {file} could not be written.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Free some space, or choose another folder."))},
    {DiskFull, translated(QT_TRANSLATE_NOOP("ErrorText", "The disk is full.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Free some space, or choose another folder."))},
    {AlreadyExists, always(QT_TRANSLATE_NOOP("ErrorText", "{file} exists already.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Choose another name or an empty folder."))},
    {AlreadyExists, translated(QT_TRANSLATE_NOOP("ErrorText", "It exists already.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Choose another name or an empty folder."))},
    {Busy, always(QT_TRANSLATE_NOOP("ErrorText", "Another engine is using {file}.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Wait for it to end, or stop it first."))},
    {Busy, translated(QT_TRANSLATE_NOOP("ErrorText", "The engine is busy with something else.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Wait for it to end, or stop it first."))},
    {OutOfMemory, always(QT_TRANSLATE_NOOP("ErrorText", "There is not enough memory for this.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Lower the batch size or the length, or turn on gradient checkpointing."))},
    {DeviceMissing, always(QT_TRANSLATE_NOOP("ErrorText", "There is no device {device} here.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another device; the processor always works."))},
    {DeviceMissing, translated(QT_TRANSLATE_NOOP("ErrorText", "This device cannot do what “{key}” asks for.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose auto, float32 or bfloat16."))},
    {DeviceMissing, translated(QT_TRANSLATE_NOOP("ErrorText", "This computer has no such device.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose another device; the processor always works."))},
    {DeviceFailed, translated(QT_TRANSLATE_NOOP("ErrorText", "The GPU reported an error.")),
     translated(QT_TRANSLATE_NOOP(
         "ErrorText", "Start again, the last checkpoint is intact; if it happens again, choose the processor."))},
    {NonFinite,
     always(QT_TRANSLATE_NOOP("ErrorText", "The loss or its gradient is no longer a number at step {step}.")),
     translated(QT_TRANSLATE_NOOP(
         "ErrorText", "Lower the learning rate, or choose bfloat16 or float32; the last checkpoint is intact."))},
    {NonFinite, translated(QT_TRANSLATE_NOOP("ErrorText", "“{tensor}” holds infinite numbers or NaN.")),
     translated(
         QT_TRANSLATE_NOOP("ErrorText", "Take an earlier checkpoint, or train again with a lower learning rate."))},
    {NonFinite,
     translated(QT_TRANSLATE_NOOP("ErrorText", "The model's output is not a number any more (infinite, or NaN).")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Download the files again, or choose float32."))},
    {RuntimeMissing, always(QT_TRANSLATE_NOOP("ErrorText", "LibTorch, which does the computing, is not installed.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Download it once; it is kept for all runs."))},
    {HubNotFound, translated(QT_TRANSLATE_NOOP("ErrorText", "The hub's “{repo}” has no revision called “{revision}”.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Name a branch, a tag or a commit of it."))},
    {HubNotFound, translated(QT_TRANSLATE_NOOP("ErrorText", "“{repo}” has no such part.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Choose one of these: {choices}."))},
    {HubNotFound, always(QT_TRANSLATE_NOOP("ErrorText", "There is no “{repo}” on {host}, or it is private.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Check the name; a private one needs a token (Settings, Hub)."))},
    {HubNotFound, translated(QT_TRANSLATE_NOOP("ErrorText", "The hub does not have it.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Check the name."))},
    {HubRefused, always(QT_TRANSLATE_NOOP("ErrorText", "“{repo}” is only given to people who accepted its terms.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Accept them at {page}, then keep a token of that account (Settings, "
                                           "Hub)."))},
    {HubRefused, translated(QT_TRANSLATE_NOOP("ErrorText", "{host} refuses the download of “{repo}”.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Keep a token that may read it (Settings, Hub)."))},
    {HubRefused, translated(QT_TRANSLATE_NOOP("ErrorText", "The hub refuses the download.")),
     always(QT_TRANSLATE_NOOP("ErrorText", "Keep a token that may read it (Settings, Hub)."))},
    {HubUnreachable, translated(QT_TRANSLATE_NOOP("ErrorText", "{host} cannot be reached: {system}.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Check the network and try again; what was downloaded is kept."))},
    {HubUnreachable, translated(QT_TRANSLATE_NOOP("ErrorText", "{host} fails at the moment (answer {status}).")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Try again later; what was downloaded is kept."))},
    {HubUnreachable, translated(QT_TRANSLATE_NOOP("ErrorText", "The hub cannot be reached.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Check the network and try again; what was downloaded is kept."))},
    {Internal, translated(QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside Fettle.")),
     translated(QT_TRANSLATE_NOOP("ErrorText", "Please report this with what you did."))},
};

bool hasFactsFor(const char* english, const Facts& facts) {
    static const QRegularExpression kPlace(QStringLiteral(R"(\{(\w+)\})"));
    for (auto places = kPlace.globalMatch(QString::fromUtf8(english)); places.hasNext();)
        if (!facts.contains(places.next().captured(1).toStdString())) return false;
    return true;
}

QString said(const Words& words, const Facts& facts) {
    const QString text = QCoreApplication::translate("ErrorText", words.english);
    return words.isAlwaysTold || text != QString::fromUtf8(words.english) ? withFacts(text, facts) : QString();
}

} // namespace

ErrorSentence sentenceFor(const Error& error) {
    const auto fits = [&](const KindWords& words) {
        return words.kind == error.kind && hasFactsFor(words.what.english, error.facts) &&
               hasFactsFor(words.toDo.english, error.facts);
    };
    const auto* found = std::find_if(std::begin(kWords), std::end(kWords), fits);
    if (found == std::end(kWords)) return {};
    return {said(found->what, error.facts), said(found->toDo, error.facts)};
}

} // namespace fettle::ui
