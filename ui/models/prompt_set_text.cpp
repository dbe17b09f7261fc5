#include "core/base/files.h"
#include "ui/models/prompt_set_model.h"

namespace fettle::ui {

namespace {

QString csvCell(QString text) {
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QString markdownCell(QString text) {
    return text.replace(QLatin1Char('|'), QLatin1String("\\|")).replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QStringList fromJson(const Json& list, const QString& file) {
    QStringList prompts;
    for (const Json& prompt : list) {
        if (!prompt.is_string())
            throw Error{ErrorKind::BadFile,
                        file.toStdString() + " holds something that is no text.",
                        "Write a list of texts, or one prompt a line.",
                        {{"file", file.toStdString()}}};
        prompts << QString::fromStdString(prompt.get<std::string>());
    }
    return prompts;
}

} // namespace

QString PromptSetModel::toCsv() const {
    QString text = QStringList{csvCell(tr("Prompt")), csvCell(m_left), csvCell(m_right)}.join(QLatin1Char(','));
    for (const Row& row : m_rows)
        text +=
            QLatin1Char('\n') +
            QStringList{csvCell(row.prompt), csvCell(row.left.text), csvCell(row.right.text)}.join(QLatin1Char(','));
    return text + QLatin1Char('\n');
}

QString PromptSetModel::toMarkdown() const {
    QString text = QStringLiteral("| %1 | %2 | %3 |\n|---|---|---|\n")
                       .arg(markdownCell(tr("Prompt")), markdownCell(m_left), markdownCell(m_right));
    for (const Row& row : m_rows)
        text += QStringLiteral("| %1 | %2 | %3 |\n")
                    .arg(markdownCell(row.prompt), markdownCell(row.left.text), markdownCell(row.right.text));
    return text;
}

QStringList lecturePrompts() {
    return {QStringLiteral("What is the capital of Germany? Explain why thats the case and if it was different in the "
                           "past?"),
            QStringLiteral("Write a Python function to calculate the factorial of a number."),
            QStringLiteral("A rectangular garden has a length of 25 feet and a width of 15 feet. If you want to build "
                           "a fence around the entire garden, how many feet of fencing will you need?"),
            QStringLiteral("What is the difference between a fruit and a vegetable? Give examples of each.")};
}

QStringList pocketPrompts() {
    return {QStringLiteral("What kind of animal is Duppy?"), QStringLiteral("Where does Duppy live?"),
            QStringLiteral("What is the favourite food of Glera?"), QStringLiteral("What is the job of Memi?")};
}

QStringList readPrompts(const QString& file) {
    const std::string text = readFile(file.toStdString());
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start != std::string::npos && text[start] == '[') return fromJson(parseJson(text, file.toStdString()), file);
    QStringList prompts;
    for (const QString& line : QString::fromStdString(text).split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty()) prompts << line.trimmed();
    return prompts;
}

} // namespace fettle::ui
