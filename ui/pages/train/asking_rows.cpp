#include "ui/pages/train/asking_rows.h"

#include "ui/pages/verdict_words.h"
#include "ui/text/json_values.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct Asking {
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::Asking)
};

constexpr double kEnough = 0.95; // right answers from which a prompt will do

// Of an adapter, its folder's name.
QString wayText(const QString& name) {
    if (name == QLatin1String("zero_shot")) return Asking::tr("The question alone");
    if (name == QLatin1String("few_shot")) return Asking::tr("With examples, as a conversation");
    if (name == QLatin1String("few_shot_text")) return Asking::tr("With examples, as plain text");
    if (name == QLatin1String("chain_of_thought")) return Asking::tr("Thinking step by step first");
    if (name == QLatin1String("second_turn")) return Asking::tr("Asked to look for its mistake");
    return name.section(QLatin1Char('/'), -2);
}

QString countOf(const Json& way, const char* key) {
    return countText(static_cast<std::int64_t>(numberIn(way, key).value_or(0) + 0.5));
}

double scoreOf(const Json& way) {
    return numberIn(way, "score").value_or(0);
}

} // namespace

QStringList askingColumns() {
    return {Asking::tr("Right"),         Asking::tr("Than the question alone"),
            Asking::tr("Prompt tokens"), Asking::tr("Answer tokens"),
            Asking::tr("Time"),          Asking::tr("Kept for it")};
}

std::vector<FactsModel::Row> askingRows(const Json& comparison) {
    std::vector<FactsModel::Row> rows;
    for (const Json& way : listIn(comparison, "ways")) {
        const QString name = textIn(way, "name");
        const bool isPlain = name == QLatin1String("zero_shot");
        rows.push_back({.name = wayText(name),
                        .key = name,
                        .values = {percentText(scoreOf(way)),
                                   isPlain ? QStringLiteral("\u2013") : verdictText(textIn(way, "verdict")),
                                   countOf(way, "prompt_tokens"), countOf(way, "output_tokens"),
                                   //: Milliseconds
                                   Asking::tr("%1 ms").arg(countOf(way, "milliseconds")),
                                   sizeText(static_cast<std::uint64_t>(wholeIn(way, "bytes")))}});
    }
    return rows;
}

AskingAdvice askingAdvice(const Json& comparison) {
    const Json* best = nullptr;
    for (const Json& way : listIn(comparison, "ways"))
        if (best == nullptr || scoreOf(way) > scoreOf(*best)) best = &way;
    if (best == nullptr) return {};
    const bool isEnough = scoreOf(*best) >= kEnough;
    return {.isPromptEnough = isEnough,
            .headline = isEnough ? Asking::tr("A prompt will do: there is little left to train for.")
                                 : Asking::tr("There is something to train for."),
            .reason = Asking::tr("Of %Ln questions, judged by %1, the best way to ask (%2) gets %3 right.", nullptr,
                                 static_cast<int>(wholeIn(comparison, "questions")))
                          .arg(scorerTitle(textIn(comparison, "scorer")), wayText(textIn(*best, "name")),
                               percentText(scoreOf(*best)))};
}

} // namespace fettle::ui
