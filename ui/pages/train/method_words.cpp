#include "ui/pages/train/method_words.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct MethodTexts {
    Q_DECLARE_TR_FUNCTIONS(Method)
};

template <class Objective>
QString sentenceOf(const Objective&) { // of a method that has none yet
    return {};
}
QString sentenceOf(const SftObjective&) {
    return MethodTexts::tr("Learns to answer as the data do: conversations, prompts with answers, or plain text.");
}
QString sentenceOf(const PretrainObjective&) {
    return MethodTexts::tr("Learns to continue plain text, every token of it.");
}
QString sentenceOf(const DpoObjective&) {
    return MethodTexts::tr(
        "Learns which of two answers is better, measured against the model that it starts from. Rows "
        "hold a prompt, a chosen and a rejected answer.");
}
QString sentenceOf(const OrpoObjective&) {
    return MethodTexts::tr("Learns to answer and which of two answers is better in one run, without a reference. Rows "
                           "hold a prompt, a chosen and a rejected answer.");
}

QString sentenceOf(const CpoObjective&) {
    return MethodTexts::tr(
        "Learns which of two answers is better, without a reference; with the loss simpo it is SimPO. "
        "Rows hold a prompt, a chosen and a rejected answer.");
}

QString sentenceOf(const KtoObjective&) {
    return MethodTexts::tr(
        "Learns which answers are good ones, measured against the model that it starts from. Rows hold a prompt, an "
        "answer and a label; pairs are taken as one good and one bad answer.");
}

QString sentenceOf(const RewardObjective&) {
    return MethodTexts::tr(
        "Learns to give answers a score, the better one of a pair a higher one; it writes no answers. "
        "Rows hold a prompt, a chosen and a rejected answer.");
}

QString sentenceOf(const GrpoObjective&) {
    return MethodTexts::tr(
        "Lets the model write several answers to each prompt and learns from those that earn more than the others. "
        "Rows hold a prompt and, for rewards that compare, an answer.");
}

QString sentenceOf(const RlooObjective&) {
    return MethodTexts::tr(
        "Lets the model write a few answers to each prompt and measures each against the mean of the others; distance "
        "from the start costs reward. Rows hold a prompt and, for rewards that compare, an answer.");
}

QString sentenceOf(const PpoObjective&) {
    return MethodTexts::tr(
        "Lets the model answer each prompt and learns from what a second model did not expect, token by token.");
}

QString reasonFor(const RunConfig& config) {
    if (std::holds_alternative<PretrainObjective>(config.objective))
        return MethodTexts::tr("plain text needs large steps");
    if (rolloutsOf(config.objective) != nullptr)
        return MethodTexts::tr("rewards say little about each token, so steps are small");
    if (answersPerRow(config.objective) > 1 || needsLabels(config.objective))
        return MethodTexts::tr("comparing answers needs small steps, or the model forgets how to speak");
    if (std::holds_alternative<NoAdapter>(config.adapter))
        return MethodTexts::tr("all weights move, so each moves little");
    return MethodTexts::tr("an adapter starts at zero and may move faster than the model");
}

} // namespace

QString learningRateReason(const RunConfig& config) {
    //: A learning rate, then why.
    return MethodTexts::tr("by default %1: %2").arg(learningRateText(methodLearningRate(config)), reasonFor(config));
}

QString methodSentence(const RunConfig& config) {
    return std::visit([](const auto& objective) { return sentenceOf(objective); }, config.objective);
}

} // namespace fettle::ui
