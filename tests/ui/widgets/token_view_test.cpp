#include "ui/widgets/token_view.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>

using namespace fettle::ui;

class TokenViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void keysWalkFromTokenToToken() {
        TokensModel model;
        model.setTokens({{.id = 1, .text = "<s>", .kind = TokenKind::Special},
                         {.id = 2, .text = "Hello", .kind = TokenKind::Masked},
                         {.id = 3, .text = " you", .kind = TokenKind::Trained}});
        TokenView view;
        view.resize(300, 100);
        view.setModel(&model);
        QSignalSpy moved(&view, &TokenView::currentChanged);

        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentToken(), 2);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentToken(), 1);
        QCOMPARE(moved.size(), 2);
        QVERIFY(!view.grab().isNull());
    }

    void otherTokensForgetTheChoice() {
        TokensModel model;
        model.setTokens({{.id = 1, .text = "a"}, {.id = 2, .text = "b"}});
        TokenView view;
        view.setModel(&model);
        QTest::keyClick(&view, Qt::Key_End);

        model.setTokens({{.id = 3, .text = "c"}});

        QCOMPARE(view.currentToken(), -1);
    }
};

FETTLE_TEST(TokenViewTest)
#include "token_view_test.moc"
