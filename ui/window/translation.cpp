#include "ui/window/translation.h"

#include <QLibraryInfo>
#include <QLocale>

#include <algorithm>

namespace fettle::ui {

namespace {

bool isLetter(QChar letter) {
    return letter.isLetter();
}

QChar accented(QChar letter) {
    static const QString kPlain = QStringLiteral("aceginosuyzACEGINOSUYZ");
    static const QString kAccented = QStringLiteral("áçéğíñöšúýžÁÇÉĞÍÑÖŠÚÝŽ");
    const qsizetype place = kPlain.indexOf(letter);
    return place < 0 ? letter : kAccented[place];
}

// %1, %n, %L1 and tags stay as they are.
QString lengthened(const QString& text) {
    QString result;
    bool isTag = false, isPlace = false;
    for (const QChar letter : text) {
        if (letter == QLatin1Char('<')) isTag = true;
        result += isTag || isPlace ? letter : accented(letter);
        if (letter == QLatin1Char('>')) isTag = false;
        isPlace = letter == QLatin1Char('%') || (isPlace && letter == QLatin1Char('L'));
    }
    const auto letters = std::count_if(text.begin(), text.end(), isLetter);
    const qsizetype more = std::max<qsizetype>(1, letters * 2 / 5);
    return result + QLatin1Char(' ') + QString(more, QLatin1Char('~'));
}

void load(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QString PseudoTranslator::translate(const char*, const char* source, const char*, int) const {
    const QString text = QString::fromUtf8(source);
    return text.isEmpty() ? QString() : lengthened(text);
}

void installLanguage(QCoreApplication& application, const QString& language) {
    if (language == QLatin1String("pseudo")) {
        QCoreApplication::installTranslator(new PseudoTranslator(&application));
        return;
    }
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    load(application, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English first: it holds the plurals, and stands in for what a language or the locale C does not have.
    const QString ours = QStringLiteral("fettle"), folder = QStringLiteral(":/translations");
    load(application, QLocale(QLocale::English), ours, folder);
    if (locale.language() != QLocale::English) load(application, locale, ours, folder);
}

} // namespace fettle::ui
