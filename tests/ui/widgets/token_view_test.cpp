#include "ui/widgets/token_view.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"
#include "ui/widgets/style.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTextBlock>

using namespace fettle;
using namespace fettle::ui;

namespace {

RowTokens greeting() {
    return {.cells = {{.id = 1, .text = "<s>", .kind = TokenKind::Special},
                      {.id = 2, .text = "Hello\n", .kind = TokenKind::Masked},
                      {.id = 3, .text = " you", .kind = TokenKind::Trained}},
            .strands = {{StrandKind::Text, 0}}};
}

RowTokens pair() {
    return {.cells = {{.id = 1, .text = "ask"}, {.id = 2, .text = "yes"}, {.id = 3, .text = "no"}},
            .strands = {{StrandKind::Prompt, 0}, {StrandKind::Chosen, 1}, {StrandKind::Rejected, 2}}};
}

QTextCharFormat formatOf(const TokenView& view, const QString& text) {
    return view.document()->find(text).charFormat();
}

} // namespace

class TokenViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void keysWalkFromTokenToToken() {
        TokensModel model;
        model.setTokens(greeting());
        TokenView view;
        view.resize(300, 100);
        view.setModel(&model);
        QSignalSpy moved(&view, &TokenView::currentChanged);

        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentToken(), 0);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentToken(), 2);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentToken(), 1);
        QCOMPARE(moved.size(), 3);
        QVERIFY(view.accessibleDescription().contains("id 2"));
    }

    void otherTokensForgetTheChoice() {
        TokensModel model;
        model.setTokens(greeting());
        TokenView view;
        view.setModel(&model);
        QTest::keyClick(&view, Qt::Key_End);

        model.setTokens(pair());

        QCOMPARE(view.currentToken(), -1);
    }

    void eachKindHasALookOfItsOwn() {
        TokensModel model;
        model.setTokens(greeting());
        TokenView view;
        view.setModel(&model);

        QCOMPARE(formatOf(view, "you").underlineColor(), ink(Ink::Good, view.palette()));
        QVERIFY(formatOf(view, "you").fontUnderline());
        QCOMPARE(formatOf(view, "Hello").foreground().color(), ink(Ink::Secondary, view.palette()));
        QVERIFY(formatOf(view, "<s>").background().color() != formatOf(view, "Hello").background().color());
    }

    void whatIsCopiedIsTheTokensOwnText() {
        TokensModel model;
        model.setTokens(greeting());
        TokenView view;
        view.setModel(&model);

        view.selectAll();
        view.copy();

        QCOMPARE(QApplication::clipboard()->text(), "<s>Hello\n you");
    }

    void aScreenReaderReadsTheText() {
        TokensModel model;
        model.setTokens(greeting());
        TokenView view;
        view.setModel(&model);

        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&view);

        QVERIFY(accessible->textInterface() != nullptr);
        QVERIFY(accessible->textInterface()->text(0, accessible->textInterface()->characterCount()).contains("Hello"));
    }

    void thePartsOfAPairStandUnderTheirNames() {
        TokensModel model;
        model.setTokens(pair());
        TokenView view;
        view.setModel(&model);

        QCOMPARE(view.toPlainText(),
                 QStringList({model.strandTitle(0), "ask", model.strandTitle(1), "yes", model.strandTitle(2), "no"})
                     .join('\n'));
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentToken(), 2);
    }

    void anotherThemeRecoloursTheTokens() {
        TokensModel model;
        model.setTokens(greeting());
        TokenView view;
        view.setModel(&model);

        view.setPalette(paletteOf(Look::Dark));

        QCOMPARE(formatOf(view, "Hello").foreground().color(), ink(Ink::Secondary, Look::Dark));
    }

    void theLegendTakesMoreLinesWhereItIsNarrow() {
        const TokenLegend legend;

        QVERIFY(legend.heightForWidth(120) > legend.heightForWidth(2000));
        QCOMPARE(legend.sizeHint().height(), legend.heightForWidth(2000));
    }
};

FETTLE_TEST(TokenViewTest)
#include "token_view_test.moc"
