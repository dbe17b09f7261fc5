#include "ui/widgets/field_facts.h"

#include "ui/widgets/known_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace fettle::ui {

namespace {

QString translated(const char* english) {
    return *english == '\0' ? QString() : QCoreApplication::translate("Field", english);
}

QString readable(const QString& key) {
    QString words = key.section(QLatin1Char('.'), -1).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

} // namespace

const FieldFacts& factsOf(const QString& key) {
    static constexpr FieldFacts kNone;
    const auto known = knownFields();
    const auto found =
        std::ranges::find_if(known, [&](const FieldFacts& facts) { return key == QLatin1String(facts.key); });
    if (found != known.end()) return *found;
    const QLatin1String rewards("evaluation.rewards."); // in the objective's words
    return key.startsWith(rewards) ? factsOf(QLatin1String("objective.") + key.mid(rewards.size())) : kNone;
}

QString fieldLabel(const QString& key) {
    const QString known = translated(factsOf(key).label);
    return known.isEmpty() ? readable(key) : known;
}

QString fieldUnit(const QString& key) {
    return translated(factsOf(key).unit);
}

QString fieldUsual(const QString& key) {
    return translated(factsOf(key).usual);
}

QString winnerOver(const QString& key) {
    const auto known = knownFields();
    const auto found = std::ranges::find_if(known, [&](const FieldFacts& facts) {
        return *facts.winsOver != '\0' && key == QLatin1String(facts.winsOver);
    });
    return found == known.end() ? QString() : QString::fromLatin1(found->key);
}

QStringList keysOf(FormPart part) {
    QStringList keys;
    for (const FieldFacts& facts : knownFields())
        if (facts.part == part) keys << QString::fromLatin1(facts.key);
    return keys;
}

} // namespace fettle::ui
