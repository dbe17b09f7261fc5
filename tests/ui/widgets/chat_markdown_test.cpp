#include "ui/widgets/chat_markdown.h"
#include "ui/widgets/chat_text.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocument>

using namespace fettle::ui;

class ChatMarkdownTest : public QObject {
    Q_OBJECT

    static QString shown(const QString& source) {
        QTextDocument document;
        showMarkdown(document, source, QPalette());
        return document.toPlainText();
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void marksBecomeFormats() {
        QTextDocument document;

        showMarkdown(document, "# Lake\n\nIt is **deep** and `cold`.", QPalette());

        QCOMPARE(document.toPlainText(), "Lake\nIt is deep and cold.");
        QCOMPARE(document.begin().blockFormat().headingLevel(), 1);
    }

    void codeStandsInABlockAsItWasWritten() {
        QTextDocument document;

        showMarkdown(document, "Look:\n\n```python\ndef f(n):\n    return n  # *n*\n```\nDone.", QPalette());

        QCOMPARE(document.toPlainText(), "Look:\ndef f(n):\n    return n  # *n*\nDone.");
        const QTextBlock code = document.findBlockByNumber(2);
        QVERIFY(code.blockFormat().hasProperty(QTextFormat::BackgroundBrush));
        QVERIFY(!code.blockFormat().nonBreakableLines()); // long lines are broken: nothing hangs over the edge
    }

    void lineBreaksHold() { QCOMPARE(shown("one\ntwo"), "one\ntwo"); }

    void nothingIsOpenedAndNothingIsLoaded() {
        const QTemporaryDir folder;
        QImage(40, 40, QImage::Format_RGB32).save(folder.filePath("here.png"));
        const QString local = folder.filePath("here.png");
        ChatText text;
        text.resize(300, 100);
        QSignalSpy clicked(&text, &QTextBrowser::anchorClicked);

        text.setMarkdownSource("![a lake](" + local + ") [a link](https://example.org) <img src=\"" + local + "\">");

        QCOMPARE(text.toPlainText(), "![a lake](" + local + ") a link <img src=\"" + local + "\">");
        for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next())
            for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
                QVERIFY(!piece.fragment().charFormat().isAnchor());
                QVERIFY(!piece.fragment().charFormat().isImageFormat());
            }
        QVERIFY(text.document()->resource(QTextDocument::ImageResource, QUrl(local)).value<QImage>().width() <= 1);
        QVERIFY(text.document()->resource(QTextDocument::StyleSheetResource, QUrl(local)).toByteArray().isEmpty());
    }

    void aShownPlaceIsFoundInTheSource() {
        const QString source = "It is **deep** and\n\n- `cold`";
        const QString text = shown(source);

        QCOMPARE(sourcePosition(text, source, static_cast<int>(text.indexOf("deep"))), source.indexOf("deep"));
        QCOMPARE(sourcePosition(text, source, static_cast<int>(text.indexOf("cold"))), source.indexOf("cold"));
        QCOMPARE(sourcePosition(text, source, -1), -1);
        QCOMPARE(sourcePosition(text, source, static_cast<int>(text.size())), -1);
    }

    void aGrowingTextIsShownInTheEnd() {
        ChatText text;
        text.resize(300, 100);
        text.show();
        const int oneLine = text.height();
        QString source;

        for (int line = 0; line < 20; ++line)
            text.setMarkdownSource(source += "word\n\n");

        QTRY_COMPARE(text.toPlainText().count("word"), 20);
        QTRY_VERIFY(text.height() > 10 * (oneLine - 2));
    }
};

FETTLE_TEST(ChatMarkdownTest)
#include "chat_markdown_test.moc"
