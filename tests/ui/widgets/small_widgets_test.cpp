#include "ui/widgets/button.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_line.h"
#include "ui/widgets/histogram.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/schedule_preview.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/stacked_bar.h"
#include "ui/widgets/strength_slider.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>
#include <cmath>

using namespace fettle;
using namespace fettle::ui;

class SmallWidgetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void aButtonFollowsItsAction() {
        QAction action("Start");
        Button button(&action, ButtonKind::Primary);
        QSignalSpy triggered(&action, &QAction::triggered);

        action.setText("Choose a model");
        action.setEnabled(false);
        QCOMPARE(button.text(), "Choose a model");
        QVERIFY(!button.isEnabled());

        action.setEnabled(true);
        button.click();
        QCOMPARE(triggered.size(), 1);
    }

    void aSentenceBesideItsControlIsNoColumnOfWords() {
        auto* note = new Label("The model sees whole conversations and learns to give the answers in them.",
                               TextRole::Secondary);
        auto* control = new QLabel(QString(60, 'm'));
        FormLine line("Method", control, note);
        for (int width = 400; width <= 1600; width += 40) {
            line.resize(width, 200);
            line.ensurePolished();
            (void)line.grab();
            QVERIFY2(note->width() >= 220, qPrintable(QString::number(note->width())));
        }
    }

    void aSegmentIsChosenByClick() {
        SegmentedChoice choice;
        choice.setChoices({{"sft", "SFT"}, {"dpo", "DPO"}, {"ppo", "PPO", "not there yet", false}});
        choice.setCurrent("sft");
        QSignalSpy chosen(&choice, &SegmentedChoice::chosen);

        choice.findChild<QAbstractButton*>("choice.dpo")->click();

        QCOMPARE(choice.current(), "dpo");
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!choice.findChild<QAbstractButton*>("choice.ppo")->isEnabled());
    }

    // As a screen reader does it: by QAccessibleButton's action of a checkable button, which is no click.
    void togglingASegmentChoosesIt() {
        SegmentedChoice choice;
        choice.setChoices({{"sft", "SFT"}, {"dpo", "DPO"}});
        choice.setCurrent("sft");
        QSignalSpy chosen(&choice, &SegmentedChoice::chosen);
        auto* button = choice.findChild<QAbstractButton*>("choice.dpo");

        QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(
            QAccessibleActionInterface::toggleAction());

        QCOMPARE(choice.current(), "dpo");
        QCOMPARE(chosen.size(), 1);
        choice.setCurrent("sft");
        QCOMPARE(chosen.size(), 1);
    }

    void aDisclosureOpensByKey() {
        Disclosure disclosure("Advanced");
        auto* body = new QLabel("inside");
        disclosure.content()->addWidget(body);

        QTest::keyClick(disclosure.findChild<QAbstractButton*>("disclosureHead"), Qt::Key_Space);

        QVERIFY(disclosure.isOpen());
        QVERIFY(body->isVisibleTo(&disclosure));
    }

    void anErrorIsToldWithWhatToDo() {
        ErrorStrip strip;
        QVERIFY(strip.isHidden());

        strip.showErrorWithLog(Error(ErrorKind::BadDataset, "Line 3 has no messages.", "Add them."), {"last line"});

        QVERIFY(!strip.isHidden());
        QCOMPARE(strip.text(), "Line 3 has no messages. Add them.");
        QVERIFY(strip.findChild<QLabel*>("details")->text().contains("last line"));
        strip.findChild<QAbstractButton*>("dismiss")->click();
        QVERIFY(strip.isHidden());
    }

    void theStrengthRestsAtItsDetents() {
        StrengthSlider slider;
        QCOMPARE(slider.strength(), 1.0);
        QSignalSpy changed(&slider, &StrengthSlider::strengthChanged);

        slider.setStrength(0.5);
        QCOMPARE(slider.strength(), 0.5);
        QCOMPARE(changed.size(), 0);

        QTest::keyClick(slider.findChild<QWidget*>("strengthTrack"), Qt::Key_End);
        QCOMPARE(slider.strength(), 2.0);
        QCOMPARE(changed.size(), 1);

        slider.setSteps(true);
        QCOMPARE(slider.strength(), 1.0);
    }

    void theHistogramsLineMovesByKey() {
        Histogram histogram;
        histogram.resize(300, 120);
        histogram.setCounts({3, 5, 2, 0, 1}, 64);
        histogram.setLine(128, "context");
        QSignalSpy released(&histogram, &Histogram::lineReleased);

        QTest::keyClick(histogram.focusProxy(), Qt::Key_Right);

        QCOMPARE(histogram.line(), 192.0);
        QCOMPARE(released.size(), 1);
    }

    // transformers: warm-up rises from 0, cosine and linear fall to 0 behind the last step.
    void schedulesHaveTheirShapes() {
        ScheduleConfig schedule;
        schedule.warmupSteps = 10;
        const QPolygonF cosine = scheduleCurve(schedule, 1e-4, 110, 400);
        QCOMPARE(cosine.size(), 110);
        QCOMPARE(cosine[0], QPointF(0, 0));
        QCOMPARE(cosine[5].y(), 0.5);
        QCOMPARE(cosine[10].y(), 1.0);
        QCOMPARE(cosine[60].y(), 0.5); // half of the way: (1 + cos(pi / 2)) / 2

        schedule.kind = LinearSchedule{};
        QCOMPARE(scheduleCurve(schedule, 1e-4, 110, 400)[60].y(), 0.5);
        schedule.kind = ConstantSchedule{};
        QCOMPARE(scheduleCurve(schedule, 1e-4, 110, 400)[0].y(), 1.0);
    }

    // A straight line without steps in it: as far to the right as down, from point to point.
    void aScheduleIsDrawnSmooth_data() {
        QTest::addColumn<qint64>("steps");
        QTest::newRow("a point a step") << qint64{50};
        QTest::newRow("a point for many steps") << qint64{100001};
        QTest::newRow("one step") << qint64{1};
    }
    void aScheduleIsDrawnSmooth() {
        QFETCH(qint64, steps);
        const ScheduleConfig linear{.kind = LinearSchedule{}, .warmupRatio = 0};

        const QPolygonF curve = scheduleCurve(linear, 1e-4, steps, 400);

        for (const QPointF& point : curve)
            QVERIFY(std::abs(point.y() - (1 - point.x() * double(steps - 1) / double(steps))) < 1e-12);
        QCOMPARE(curve.size(), std::min<qsizetype>(steps, 400));
    }

    void theBarNamesItsParts() {
        StackedBar bar;
        bar.setParts({{"weights", 60, "60 MB"}, {"adapter", 20, "20 MB"}}, 100, "of 100 MB");
        QCOMPARE(bar.accessibleDescription(), "weights: 60 MB, adapter: 20 MB");
        const int two = bar.sizeHint().height();
        bar.setParts({{"weights", 60, "60 MB"}}, 100, "of 100 MB");
        QVERIFY(bar.sizeHint().height() < two); // a line a part
    }

    void cardsFillTheirLines() {
        QWidget holder;
        auto* layout = new FlowLayout(10, 100, &holder);
        for (int i = 0; i < 3; ++i) {
            auto* card = new QWidget;
            card->setMinimumHeight(50);
            layout->addWidget(card);
        }
        holder.resize(2 * scaled(100) + 10, 400);
        layout->setGeometry(holder.rect());

        QCOMPARE(layout->itemAt(0)->geometry().top(), 0);
        QCOMPARE(layout->itemAt(1)->geometry().top(), 0);
        QVERIFY(layout->itemAt(2)->geometry().top() >= 60);
    }

    void aTypedPathIsTold() {
        PathField field(PathField::Kind::Folder);
        QSignalSpy chosen(&field, &PathField::pathChosen);

        QTest::keyClicks(field.edit(), "/models");
        QTest::keyClick(field.edit(), Qt::Key_Return);

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), "/models");
    }
};

FETTLE_TEST(SmallWidgetsTest)
#include "small_widgets_test.moc"
