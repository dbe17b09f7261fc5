#include "ui/text/core_text.h"

#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace fettle::ui {

namespace {

// lupdate takes for the class of a text what looks like one before it: template parameters of fields(), std::vector.
constexpr const char* kCoreContexts[] = {"fettle",    "fettle::judge",         "fettle::V",
                                         "fettle::T", "fettle::SectionReader", "std"};

QString shownBounds(QString bounds) {
    return bounds.replace(QLatin1String("<="), QStringLiteral("≤")).replace(QLatin1String(">="), QStringLiteral("≥"));
}

QString shownFact(const std::string& name, const std::string& value) {
    const QString text = QString::fromStdString(value);
    if (name == "file" || name == "folder") return QDir(text).dirName();
    if (name == "expected") return coreText(value);
    if (name == "bounds") return shownBounds(text);
    bool isNumber = false;
    if (const qlonglong whole = text.toLongLong(&isNumber); isNumber) return countText(whole);
    const double number = QLocale::c().toDouble(text, &isNumber);
    return isNumber ? editedText(number, QLocale()) : text;
}

} // namespace

QString coreText(const std::string& english) {
    for (const char* context : kCoreContexts)
        if (QString text = QCoreApplication::translate(context, english.c_str()); text.toStdString() != english)
            return text;
    return QString::fromStdString(english);
}

QString withFacts(QString text, const Facts& facts) {
    for (const auto& [name, value] : facts)
        text.replace(QStringLiteral("{%1}").arg(QString::fromStdString(name)), shownFact(name, value));
    return text;
}

} // namespace fettle::ui
