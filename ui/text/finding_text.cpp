#include "ui/text/finding_text.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <limits>

namespace fettle::ui {

namespace {

struct FindingNames {
    Q_DECLARE_TR_FUNCTIONS(FindingNames)
};

constexpr char kCoreContext[] = "fettle"; // where lupdate finds the texts of core

QString factText(const std::string& value) {
    const QString text = QString::fromStdString(value);
    bool isNumber = false;
    const qlonglong number = text.toLongLong(&isNumber);
    return isNumber ? countText(number) : text;
}

QString withFacts(QString text, const Finding& finding) {
    for (const auto& [name, value] : finding.facts)
        text.replace(QLatin1Char('{') + QString::fromStdString(name) + QLatin1Char('}'), factText(value));
    return text;
}

} // namespace

QString findingText(const Finding& finding) {
    const FindingTexts& texts = textsOf(finding.kind);
    const auto rows = static_cast<int>(std::min<std::int64_t>(finding.rows, std::numeric_limits<int>::max()));
    const QString text = QCoreApplication::translate(kCoreContext, texts.many, nullptr, rows);
    const bool isTranslated = text != QString::fromUtf8(texts.many).replace(QLatin1String("%n"), QString::number(rows));
    if (isTranslated) return withFacts(text, finding);
    return withFacts(
        QString::fromUtf8(rows == 1 ? texts.one : texts.many).replace(QLatin1String("%n"), countText(finding.rows)),
        finding);
}

QString findingHint(const Finding& finding) {
    return withFacts(QCoreApplication::translate(kCoreContext, textsOf(finding.kind).hint), finding);
}

QString levelText(FindingLevel level) {
    switch (level) {
    case FindingLevel::Note:
        return FindingNames::tr("Note");
    case FindingLevel::Warning:
        return FindingNames::tr("Warning");
    case FindingLevel::Error:
        return FindingNames::tr("Error");
    }
    return {};
}

} // namespace fettle::ui
