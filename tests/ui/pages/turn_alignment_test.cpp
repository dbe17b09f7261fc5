#include "ui/pages/chat/turn_alignment.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"
#include "ui/models/conversation_model.h"
#include "ui/widgets/chat_transcript.h"

#include <QHBoxLayout>

using namespace fettle::ui;

namespace {

struct TwoSides {
    TwoSides() {
        auto* row = new QHBoxLayout(&window);
        row->addWidget(left);
        row->addWidget(right);
        for (auto [model, transcript] : {std::pair{&leftModel, left}, {&rightModel, right}}) {
            transcript->setModel(model);
            model->say("Where does Fengutu live, and what is it that it likes to eat?");
            model->beginAnswer();
        }
        alignment.setActive(true);
    }
    static void answer(ConversationModel& model, const QString& text) {
        model.appendToken({.id = 1, .text = text});
        model.endAnswer("eos", 100);
    }
    int heightOf(const ChatTranscript* side, int turn) const {
        return side->findChild<QWidget*>(QStringLiteral("turn%1").arg(turn))->height();
    }

    QWidget window;
    ChatTranscript* left = new ChatTranscript(ChatTranscript::Side::Base);
    ChatTranscript* right = new ChatTranscript(ChatTranscript::Side::Tuned);
    ConversationModel leftModel, rightModel;
    TurnAlignment alignment{*left, *right};
};

} // namespace

class TurnAlignmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void aTurnIsAsHighAsTheLongerSideNeeds() {
        TwoSides sides;
        sides.window.resize(900, 600);
        sides.window.show();

        TwoSides::answer(sides.leftModel, "By the lake.");
        TwoSides::answer(sides.rightModel, QString("It lives by the lake. ").repeated(30));

        QTRY_VERIFY(sides.heightOf(sides.right, 1) > 2 * sides.heightOf(sides.right, 0));
        QTRY_COMPARE(sides.heightOf(sides.left, 1), sides.heightOf(sides.right, 1));
    }

    // Drawn narrow, then wide: a turn keeps no room for lines that it no longer has.
    void aTurnIsNoHigherThanItsText() {
        TwoSides narrow, wide;
        wide.window.resize(1400, 600);
        wide.window.show();
        narrow.window.resize(400, 600);
        narrow.window.show();
        for (TwoSides* sides : {&narrow, &wide})
            for (ConversationModel* model : {&sides->leftModel, &sides->rightModel})
                TwoSides::answer(*model, QString("It lives by the lake. ").repeated(20));
        QTRY_VERIFY(narrow.heightOf(narrow.left, 1) > wide.heightOf(wide.left, 1));

        narrow.window.resize(1400, 600);

        for (const int turn : {0, 1})
            QTRY_COMPARE(narrow.heightOf(narrow.left, turn), wide.heightOf(wide.left, turn));
    }
};

FETTLE_TEST(TurnAlignmentTest)
#include "turn_alignment_test.moc"
