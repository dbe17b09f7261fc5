#include "ui/text/languages.h"

#include <QDir>
#include <QLocale>

namespace fettle::ui {

QStringList shippedLanguages() {
    QStringList languages = {QStringLiteral("en")};
    for (const QString& file : QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("fettle_*.qm")}))
        languages << QFileInfo(file).baseName().section(QLatin1Char('_'), 1);
    languages.removeDuplicates();
    return languages;
}

QString languageName(const QString& language) {
    // Of the language, not of one land's: English, not American English.
    QString name = QLocale(QLocale(language).language(), QLocale::World).nativeLanguageName();
    return name.isEmpty() ? language : name.replace(0, 1, name.front().toUpper());
}

} // namespace fettle::ui
