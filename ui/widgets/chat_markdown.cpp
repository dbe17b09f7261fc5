#include "ui/widgets/chat_markdown.h"

#include "ui/widgets/style.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <vector>

namespace fettle::ui {

namespace {

struct Piece {
    int start, length;
    QTextCharFormat format;
};

bool isFence(const QString& line) {
    const QString text = line.trimmed();
    return text.startsWith(QLatin1String("```")) || text.startsWith(QLatin1String("~~~"));
}

// Markdown joins lines; a model that breaks one means it.
QString withHardBreaks(const QString& source) {
    QStringList lines = source.split(QLatin1Char('\n'));
    bool isCode = false;
    for (QString& line : lines) {
        if (isFence(line))
            isCode = !isCode;
        else if (!isCode && !line.trimmed().isEmpty())
            line += QLatin1String("  ");
    }
    return lines.join(QLatin1Char('\n'));
}

bool isCode(const QTextBlock& block) {
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) || block.blockFormat().nonBreakableLines();
}

std::vector<Piece> piecesOf(const QTextDocument& document) {
    std::vector<Piece> pieces;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at)
            pieces.push_back({at.fragment().position(), at.fragment().length(), at.fragment().charFormat()});
    return pieces;
}

void select(QTextCursor& cursor, const Piece& piece) {
    cursor.setPosition(piece.start);
    cursor.setPosition(piece.start + piece.length, QTextCursor::KeepAnchor);
}

void styleCodeBlocks(QTextDocument& document, const QPalette& palette) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!isCode(block)) continue;
        QTextBlockFormat format = block.blockFormat();
        format.setNonBreakableLines(false); // there is no bar to scroll with
        format.setBackground(ink(Ink::Hover, palette));
        format.setLeftMargin(kGap);
        QTextCursor(block).setBlockFormat(format);
    }
}

// From the end, since a picture's letters are more than the picture.
void stylePieces(QTextDocument& document) {
    QTextCursor cursor(&document);
    const auto pieces = piecesOf(document);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        QTextCharFormat format = piece->format;
        if (format.isImageFormat()) {
            const QString name = format.toImageFormat().name();
            const QString text = format.stringProperty(QTextFormat::ImageAltText);
            select(cursor, *piece);
            cursor.insertText(QStringLiteral("![%1](%2)").arg(text, name), QTextCharFormat());
        } else if (format.isAnchor()) {
            format.setAnchor(false);
            format.clearProperty(QTextFormat::AnchorHref);
            format.clearForeground();
            select(cursor, *piece);
            cursor.setCharFormat(format);
        } else if (format.fontFixedPitch()) {
            select(cursor, *piece);
            format.setFont(fontOf(TextRole::Mono));
            cursor.setCharFormat(format);
        }
    }
}

bool isSame(QChar shown, QChar source) {
    return shown == source || (shown.isSpace() && source.isSpace());
}

} // namespace

void showMarkdown(QTextDocument& document, const QString& source, const QPalette& palette) {
    document.setMarkdown(withHardBreaks(source), QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                                     QTextDocument::MarkdownNoHTML);
    styleCodeBlocks(document, palette);
    stylePieces(document);
}

// What is shown is what the source holds without its marks: each letter is the next of its kind.
int sourcePosition(const QString& shown, const QString& source, int position) {
    if (position < 0 || position >= shown.size()) return -1;
    qsizetype at = -1;
    for (int place = 0; place <= position; ++place) {
        qsizetype next = at + 1;
        while (next < source.size() && !isSame(shown[place], source[next]))
            ++next;
        if (next < source.size()) at = next; // else Qt's own letter
    }
    return static_cast<int>(at);
}

} // namespace fettle::ui
