#include "ui/pages/verdict_words.h"

#include "core/judge/scorer.h"
#include "ui/text/core_text.h"

#include <QCoreApplication>

namespace fettle::ui {

namespace {

struct Verdicts {
    Q_DECLARE_TR_FUNCTIONS(fettle::ui::Verdicts)
};

} // namespace

QString scorerTitle(const QString& name) {
    const ScorerKind* kind = findScorer(name.toStdString());
    return kind == nullptr ? name : coreText(std::string(kind->title));
}

QString verdictText(const QString& name) {
    if (name == QLatin1String("better")) return Verdicts::tr("better");
    if (name == QLatin1String("worse")) return Verdicts::tr("worse");
    return Verdicts::tr("no difference shown");
}

} // namespace fettle::ui
