#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <vector>

namespace fettle::test {

// The texts of a language's .ts file, as the screen shows them.
class Catalogue {
public:
    explicit Catalogue(const QString& language); // "pl"

    // Whether `text`, or a part of it between commas, colons and brackets, is a source text that the language says in
    // other words.
    [[nodiscard]] bool leavesEnglish(const QString& text) const;

private:
    // Whole texts, and patterns of those with places for numbers and names.
    struct Texts {
        QSet<QString> whole;
        std::vector<QRegularExpression> patterns;
        void add(QString text);
        [[nodiscard]] bool has(const QString& text) const;
    };
    [[nodiscard]] bool isEnglish(const QString& text) const { return m_sources.has(text) && !m_translations.has(text); }

    Texts m_sources, m_translations;
};

} // namespace fettle::test
