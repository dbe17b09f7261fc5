#include "tests/ui/window/catalogue.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

namespace fettle::test {

namespace {

QRegularExpression places() {
    return QRegularExpression(QStringLiteral(R"(%L?\d|%L?n|\{\w+\})"));
}

// What is made of places alone, such as "%1: %2", fits everything.
bool saysSomething(QString text) {
    const bool hasPlaces = text.contains(places());
    text.remove(places());
    return std::count_if(text.begin(), text.end(), [](QChar each) { return each.isLetter(); }) > (hasPlaces ? 2 : 0);
}

QRegularExpression patternOf(const QString& text) {
    QStringList parts;
    for (const QString& part : text.split(places()))
        parts << QRegularExpression::escape(part);
    return QRegularExpression(QRegularExpression::anchoredPattern(parts.join(QLatin1String(".*"))),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

void Catalogue::Texts::add(QString text) {
    text.remove(QLatin1Char('&'));
    if (!saysSomething(text)) return;
    if (text.contains(places()))
        patterns.push_back(patternOf(text));
    else
        whole.insert(text);
}

bool Catalogue::Texts::has(const QString& text) const {
    return whole.contains(text) || std::any_of(patterns.begin(), patterns.end(), [&](const QRegularExpression& each) {
               return each.match(text).hasMatch();
           });
}

Catalogue::Catalogue(const QString& language) {
    QFile file(QStringLiteral(FETTLE_SOURCE "/resources/translations/fettle_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly)) qFatal("there is no %s", qPrintable(file.fileName()));
    QXmlStreamReader xml(&file);
    bool hasForms = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("message"))
            hasForms = xml.attributes().hasAttribute(QLatin1String("numerus"));
        else if (xml.name() == QLatin1String("source"))
            m_sources.add(xml.readElementText());
        else if (xml.name() == QLatin1String(hasForms ? "numerusform" : "translation"))
            m_translations.add(xml.readElementText());
    }
}

bool Catalogue::leavesEnglish(const QString& text) const {
    static const QRegularExpression kBetween(QStringLiteral(R"([:,;·()\n]+)"));
    if (isEnglish(text)) return true;
    const QStringList parts = text.split(kBetween, Qt::SkipEmptyParts);
    // A help text may list values of the configuration ("bottleneck"), which every language calls by the same name.
    static const QRegularExpression kValue(QStringLiteral("^ ?[a-z0-9_]+ ?$"));
    return std::any_of(parts.begin(), parts.end(), [this](const QString& part) {
        return !kValue.match(part).hasMatch() && isEnglish(part.trimmed());
    });
}

} // namespace fettle::test
