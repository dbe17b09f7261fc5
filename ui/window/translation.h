#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <QTranslator>

namespace fettle::ui {

// Every text 40 % longer and with accents: shows what is not translated and what would be clipped.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

// `language`: "de", "pseudo", or empty for the system's. Where there is no translation the texts stay English.
void installLanguage(QCoreApplication& application, const QString& language);

} // namespace fettle::ui
