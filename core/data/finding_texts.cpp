#include "core/data/finding_texts.h"

#include "core/base/translate.h"

#include <algorithm>
#include <array>

namespace fettle {

namespace {

using enum FindingKind;

// In the order of the kinds.
constexpr FindingTexts kTexts[] = {
    {Unreadable, "unreadable", FindingLevel::Error, "One row cannot be read and is left out.",
     FETTLE_TR_N("%n rows cannot be read and are left out."), FETTLE_TR("Look at the rows in the file.")},
    {NotJson, "not_json", FindingLevel::Error, "One row is not valid JSON and is left out.",
     FETTLE_TR_N("%n rows are not valid JSON and are left out."),
     FETTLE_TR("Fix these lines, or write the file again with a program that knows JSON.")},
    {NotUtf8, "not_utf8", FindingLevel::Error, "One row is not in UTF-8 and is left out.",
     FETTLE_TR_N("%n rows are not in UTF-8 and are left out."), FETTLE_TR("Save the file as UTF-8.")},
    {NotAnObject, "not_an_object", FindingLevel::Error, "One row has no named columns and is left out.",
     FETTLE_TR_N("%n rows have no named columns and are left out."),
     FETTLE_TR("Write each row as a JSON object: {\"column\": \"text\"}.")},
    {RaggedRow, "ragged_row", FindingLevel::Error, "One row has other cells than the header and is left out.",
     FETTLE_TR_N("%n rows have other cells than the header and are left out."),
     FETTLE_TR("Put texts that hold separators, quotes or line ends in quotes, and double the quotes in them.")},
    {MissingText, "missing_text", FindingLevel::Error, "One row has no text in \"{detail}\" and is left out.",
     FETTLE_TR_N("%n rows lack a text that the format needs, \"{detail}\" for one, and are left out."),
     FETTLE_TR("Fill the column, or name another one for it.")},
    {MissingConversation, "missing_conversation", FindingLevel::Error,
     "One row has no list of messages and is left out.",
     FETTLE_TR_N("%n rows have no list of messages and are left out."),
     FETTLE_TR("Add the list, or choose another format for this file.")},
    {UnreadableTurn, "unreadable_turn", FindingLevel::Error, "One row has a turn without \"{detail}\" and is left out.",
     FETTLE_TR_N("%n rows have a turn without its text or its speaker, \"{detail}\" for one, and are left out."),
     FETTLE_TR("Give each turn of a conversation a speaker and a text.")},
    {PartWithoutText, "part_without_text", FindingLevel::Error,
     "One row holds something that is no text, {detail}, and is left out.",
     FETTLE_TR_N("%n rows hold something that is no text, {detail} for one, and are left out."),
     FETTLE_TR("Take pictures, sound and the like out of the conversations: Fettle learns from text.")},
    {UnknownSpeaker, "unknown_speaker", FindingLevel::Error,
     "In one row \"{detail}\" speaks, who is not known, and the row is left out.",
     FETTLE_TR_N("In %n rows someone speaks who is not known, \"{detail}\" for one, and the rows are left out."),
     FETTLE_TR("Name the speakers human, gpt, system or tool.")},
    {BadTools, "bad_tools", FindingLevel::Error, "One row has tools that are no list and is left out.",
     FETTLE_TR_N("%n rows have tools that are no list and are left out."),
     FETTLE_TR("Write the tools as a JSON list, or leave them out.")},
    {BadHistory, "bad_history", FindingLevel::Error,
     "One row has a history that is no list of question and answer, and is left out.",
     FETTLE_TR_N("%n rows have a history that is no list of question and answer, and are left out."),
     FETTLE_TR("Write the history as [[\"question\", \"answer\"], ...].")},
    {MissingPair, "missing_pair", FindingLevel::Error, "One row lacks the better or the worse answer and is left out.",
     FETTLE_TR_N("%n rows lack the better or the worse answer and are left out."),
     FETTLE_TR("Give each row \"chosen\" and \"rejected\".")},
    {MissingTranscript, "missing_transcript", FindingLevel::Error,
     "One row holds no transcript of Human and Assistant and is left out.",
     FETTLE_TR_N("%n rows hold no transcript of Human and Assistant and are left out."),
     FETTLE_TR("Choose another format for this file, or fix the rows.")},
    {BadNumber, "bad_number", FindingLevel::Error, "One row has a \"{detail}\" that is no number and is left out.",
     FETTLE_TR_N("%n rows have something that is no number where one is needed, in \"{detail}\" for one, and are left "
                 "out."),
     FETTLE_TR("Write a number there, or leave the column out.")},
    {MissingLabel, "missing_label", FindingLevel::Error,
     "One row does not say whether its answer is a good one and is left out.",
     FETTLE_TR_N("%n rows do not say whether their answer is a good one and are left out."),
     FETTLE_TR("Give each row a column \"label\", true for a good answer and false for a bad one.")},
    {IdenticalPair, "identical_pair", FindingLevel::Error,
     "One pair has the same answer twice and is left out: it does not say what is better.",
     FETTLE_TR_N("%n pairs have the same answer twice and are left out: they do not say what is better."),
     FETTLE_TR("Write two different answers, or remove the rows.")},
    {RefusedByTemplate, "refused_by_template", FindingLevel::Error,
     "One row does not fit the model's chat template and is left out.",
     FETTLE_TR_N("%n rows do not fit the model's chat template and are left out."),
     FETTLE_TR("Most templates want user and assistant in turns, and a system turn at most at the start. The template "
               "says: {detail}")},
    {UnknownToken, "unknown_token", FindingLevel::Error,
     "One row holds a token that the model does not know and is left out.",
     FETTLE_TR_N("%n rows hold a token that the model does not know and are left out."),
     FETTLE_TR("Leave the token out, or take the tokenizer that belongs to the model.")},
    {NotTrained, "not_trained", FindingLevel::Error, "One row has nothing to learn from and is left out.",
     FETTLE_TR_N("%n rows have nothing to learn from and are left out."),
     FETTLE_TR("Give them an answer, or learn from everything in the row.")},
    {BeyondLength, "beyond_length", FindingLevel::Error,
     "One row is left out: its answer begins beyond {length} tokens.",
     FETTLE_TR_N("%n rows are left out: their answers begin beyond {length} tokens."),
     FETTLE_TR("Raise the length, up to {longest} tokens for these rows, or shorten what stands before the answer.")},
    {TooLong, "too_long", FindingLevel::Error,
     "One pair is longer than {length} tokens and is left out: a cut answer would be judged for what is not there.",
     FETTLE_TR_N(
         "%n pairs are longer than {length} tokens and are left out: cut answers would be judged for what is not "
         "there."),
     FETTLE_TR("Raise the length, up to {longest} tokens for these rows, or shorten them.")},
    {OneAnswer, "one_answer", FindingLevel::Error,
     "One row has a single answer and is left out, where two are compared.",
     FETTLE_TR_N("%n rows have a single answer and are left out, where two are compared."),
     FETTLE_TR("Give each row \"chosen\" and \"rejected\", or choose the method SFT.")},
    {TwoAnswers, "two_answers", FindingLevel::Error,
     "One row has a better and a worse answer and is left out, where one is learned.",
     FETTLE_TR_N("%n rows have a better and a worse answer and are left out, where one is learned."),
     FETTLE_TR("Choose the method DPO or ORPO, or give each row one answer.")},
    {NoAnswer, "no_answer", FindingLevel::Error, "One pair has an empty answer and is left out.",
     FETTLE_TR_N("%n pairs have an empty answer and are left out."), FETTLE_TR("Write the answer, or remove the row.")},
    {NoPrompt, "no_prompt", FindingLevel::Error,
     "One row has no prompt and is left out: there is nothing to ask the model.",
     FETTLE_TR_N("%n rows have no prompt and are left out: there is nothing to ask the model."),
     FETTLE_TR("Give them a prompt, or conversations with a question.")},
    {LongPrompt, "long_prompt", FindingLevel::Error,
     "One prompt leaves no room for an answer within {length} tokens and is left out.",
     FETTLE_TR_N("%n prompts leave no room for an answer within {length} tokens and are left out."),
     FETTLE_TR("Raise the length beyond {longest} tokens, or shorten the prompts.")},
    {NoReference, "no_reference", FindingLevel::Error,
     "One row has no answer that others could be compared with, and is left out.",
     FETTLE_TR_N("%n rows have no answer that others could be compared with, and are left out."),
     FETTLE_TR("Give them a completion or a last turn of the assistant, or choose a reward that compares nothing.")},
    {CutAnswer, "cut_answer", FindingLevel::Warning,
     "One row is longer than {length} tokens: its answer loses its end.",
     FETTLE_TR_N("%n rows are longer than {length} tokens: their answers lose their ends."),
     FETTLE_TR("Raise the length, up to {longest} tokens for these rows, or shorten them: the model would learn to "
               "stop in the middle.")},
    {CutRow, "cut_row", FindingLevel::Note, "One row is longer than {length} tokens and is cut.",
     FETTLE_TR_N("%n rows are longer than {length} tokens and are cut."),
     FETTLE_TR("Raise the length, up to {longest} tokens for these rows, or split them.")},
    {EmptyAnswer, "empty_answer", FindingLevel::Warning, "One answer is empty.", FETTLE_TR_N("%n answers are empty."),
     FETTLE_TR("Write an answer, or remove the row: the model would learn to say nothing.")},
    {EchoedAnswer, "echoed_answer", FindingLevel::Warning, "One answer repeats its question word for word.",
     FETTLE_TR_N("%n answers repeat their question word for word."),
     FETTLE_TR("Check that question and answer come from different columns.")},
    {LengthBias, "length_bias", FindingLevel::Warning, "The better answer is the longer one.",
     FETTLE_TR_N("In {share} of %n pairs the better answer is the longer one: the model may learn length instead of "
                 "quality."),
     FETTLE_TR("Add pairs whose better answer is the shorter one.")},
    {Duplicate, "duplicate", FindingLevel::Note, "One row stands in the file twice.",
     FETTLE_TR_N("%n rows stand in the file already."), FETTLE_TR("Remove them, unless they should count more often.")},
};
static_assert(std::size(kTexts) == kFindingKinds);

} // namespace

std::string_view wireName(FindingLevel level) {
    constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
    return kNames[static_cast<std::size_t>(level)];
}

const FindingTexts& textsOf(FindingKind kind) {
    return kTexts[static_cast<std::size_t>(kind)];
}

std::string_view wireName(FindingKind kind) {
    return textsOf(kind).name;
}

FindingKind findingNamed(std::string_view name) {
    const auto* found = std::ranges::find(kTexts, name, &FindingTexts::name);
    return found == std::end(kTexts) ? FindingKind::Unreadable : found->kind;
}

} // namespace fettle
