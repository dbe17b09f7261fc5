#include "ui/widgets/config_form.h"

#include "ui/widgets/config_draft.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/segmented_choice.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>

using namespace fettle;
using namespace fettle::ui;

class ConfigFormTest : public QObject {
    Q_OBJECT

    static QLineEdit* edit(QWidget& form, const char* key) {
        return form.findChild<QLineEdit*>(QStringLiteral("config.") + key);
    }
    static void type(QLineEdit* edit, const QString& text) {
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static bool shows(QWidget& form, const QString& text) {
        for (const auto* label : form.findChildren<QLabel*>())
            if (!label->isHidden() && label->text() == text) return true;
        return false;
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void everyFieldHasALabelAHelpAndAName() {
        ConfigDraft draft;
        ConfigForm form(&draft, {}, ConfigForm::Fields::Both);

        for (const Json& field : describeFields()) {
            const QString key = QString::fromStdString(field.at("key").get<std::string>());
            const QWidget* control = form.control(key);
            if (control == nullptr) continue; // the pages show it, or its alternative is not chosen
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(key));
            QVERIFY2(!control->whatsThis().isEmpty(), qPrintable(key));
            QVERIFY2(fieldLabel(key) != key, qPrintable(key));
        }
        QVERIFY(form.control("adapter.r") != nullptr);
        QVERIFY(form.control("optimizer.learning_rate") != nullptr);
        QVERIFY(form.control("data.train") == nullptr);
    }

    void typingReachesTheDraft() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter"}, ConfigForm::Fields::Simple);

        type(edit(form, "adapter.r"), "8");

        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).r, 8);
        QCOMPARE(form.changedCount(), 1);
    }

    void learningRatesAreTypedAsPeopleWriteThem() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"optimizer"}, ConfigForm::Fields::Simple);
        auto* rate = edit(form, "optimizer.learning_rate");
        QCOMPARE(rate->placeholderText(), "2e-4"); // LoRA under SFT

        type(rate, "5e-5");
        QCOMPARE(draft.config().optimizer.learningRate, 5e-5);

        rate->selectAll();
        QTest::keyClick(rate, Qt::Key_Delete);
        QVERIFY(!draft.config().optimizer.learningRate.has_value());
    }

    void saysUnderTheFieldWhatIsWrong() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter"}, ConfigForm::Fields::Simple);

        type(edit(form, "adapter.r"), "0");
        QVERIFY(shows(form, draft.problemOf("adapter.r")));

        type(edit(form, "adapter.r"), "x");
        QVERIFY(shows(form, "A whole number is needed here."));

        type(edit(form, "adapter.r"), "4");
        QVERIFY(!shows(form, "A whole number is needed here."));
        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).r, 4);
    }

    void whatWasRefusedStaysUntilItIsMended() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter", "optimizer"}, ConfigForm::Fields::Both);
        auto* dropout = edit(form, "adapter.lora_dropout");

        type(dropout, "much");
        QVERIFY(!draft.isComplete());

        draft.set("optimizer.weight_decay", 0.1); // another field looks again
        QCOMPARE(dropout->text(), "much");
        QVERIFY(!draft.isComplete());
        draft.setConfig({});
        QCOMPARE(dropout->text(), "0.05");
        QVERIFY(draft.isComplete());
    }

    void aPairIsRefusedWhileOneOfItIsNoNumber() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"optimizer.betas"}, ConfigForm::Fields::Both);

        type(edit(form, "optimizer.betas"), "x");
        type(form.findChild<QLineEdit*>("second"), "0.95");
        QVERIFY(!draft.isComplete());

        type(edit(form, "optimizer.betas"), "0.8");
        QVERIFY(draft.isComplete());
        QCOMPARE(draft.value("optimizer.betas"), Json::array({0.8, 0.95}));
    }

    void theSliderAndTheNumberAgree() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter"}, ConfigForm::Fields::Simple);
        auto* slider = form.findChild<QSlider*>("slider.adapter.r");
        QCOMPARE(slider->value(), 4); // 2^4 = 16

        slider->setValue(5);

        QCOMPARE(edit(form, "adapter.r")->text(), "32");
        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).r, 32);
    }

    void arrowKeysChangeANumber() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter"}, ConfigForm::Fields::Simple);

        QTest::keyClick(edit(form, "adapter.lora_dropout"), Qt::Key_Up);

        QCOMPARE(std::get<LoraConfig>(draft.config().adapter).loraDropout, 0.06);
    }

    void anotherKindChangesTheRows() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter"}, ConfigForm::Fields::Both);
        QVERIFY(!form.control("adapter.r")->parentWidget()->parentWidget()->isHidden());

        draft.set("adapter.kind", "none");

        QVERIFY(form.control("adapter.r") == nullptr);
    }

    void advancedFieldsAreFoldedAndCounted() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"checkpoint", "precision"}, ConfigForm::Fields::Both);
        auto* advanced = form.findChild<Disclosure*>("advanced");
        QVERIFY(!advanced->isOpen());

        draft.set("checkpoint.keep_last", 5);
        draft.set("precision.tf32", false);

        QVERIFY(shows(form, "2 changed"));
    }

    void choicesCanBeReplaced() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"device"}, ConfigForm::Fields::Simple);
        form.setChoices("device", {"auto", "cpu"}, {"Automatic", "This CPU"});
        auto* box = qobject_cast<QComboBox*>(form.control("device"));

        QCOMPARE(box->count(), 2);
        QCOMPARE(box->currentText(), "Automatic");
        box->setCurrentIndex(1);
        Q_EMIT box->activated(1);
        QCOMPARE(draft.config().device, std::string("cpu"));
    }

    void aResetDraftIsShown() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"data"}, ConfigForm::Fields::Both);
        RunConfig config;
        config.data.maxLength = 64;
        config.data.packing = true;

        draft.setConfig(config);

        QCOMPARE(edit(form, "data.max_length")->text(), "64");
        QVERIFY(form.findChild<QCheckBox*>("config.data.packing")->isChecked());
    }

    // Epochs or steps: one choice, of which the other side waits unseen and refuses nothing.
    void oneOfTwoFieldsCounts() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"duration"}, ConfigForm::Fields::Simple);
        form.setStart("duration.max_steps", 250);
        QVERIFY(form.control("duration.num_train_epochs") != nullptr);
        QVERIFY(form.control("duration.max_steps") == nullptr);
        type(edit(form, "duration.num_train_epochs"), "many");
        QVERIFY(!draft.isComplete());

        form.findChild<QWidget*>("switch.duration.num_train_epochs")
            ->findChild<QAbstractButton*>("choice.duration.max_steps")
            ->click();
        QCOMPARE(draft.config().duration.maxSteps, 250);
        QVERIFY(draft.isComplete());
        QVERIFY(form.control("duration.num_train_epochs") == nullptr);
        QCOMPARE(edit(form, "duration.max_steps")->text(), "250");

        type(edit(form, "duration.max_steps"), "x");
        form.findChild<QWidget*>("switch.duration.max_steps")
            ->findChild<QAbstractButton*>("choice.duration.num_train_epochs")
            ->click();
        QCOMPARE(draft.config().duration.maxSteps, 0);
        QVERIFY(draft.isComplete());
        QVERIFY(form.control("duration.num_train_epochs") != nullptr);
    }

    void methodsAreSegmentsAndTheRestIsBehindMore() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"objective", "adapter"}, ConfigForm::Fields::Simple);
        auto* method = qobject_cast<SegmentedChoice*>(form.control("objective.kind"));
        auto* adapter = qobject_cast<SegmentedChoice*>(form.control("adapter.kind"));

        method->findChild<QAbstractButton*>("choice.dpo")->click();
        QVERIFY(std::holds_alternative<DpoObjective>(draft.config().objective));
        QVERIFY(form.control("objective.beta") != nullptr);

        adapter->findChild<QAction*>("choice.ia3")->trigger();
        QVERIFY(std::holds_alternative<Ia3Config>(draft.config().adapter));
        QCOMPARE(adapter->current(), "ia3");
        adapter->findChild<QAbstractButton*>("choice.none")->click();
        QVERIFY(std::holds_alternative<NoAdapter>(draft.config().adapter));
        QCOMPARE(adapter->current(), "none");
    }

    void listsAndMapsAreTyped() {
        ConfigDraft draft;
        ConfigForm form(&draft, {"adapter"}, ConfigForm::Fields::Both);

        type(edit(form, "adapter.target_modules"), "q_proj, v_proj");
        type(edit(form, "adapter.rank_pattern"), "q_proj=8, v_proj=4");

        const auto& lora = std::get<LoraConfig>(draft.config().adapter);
        QCOMPARE(std::get<std::vector<std::string>>(lora.targetModules).size(), std::size_t(2));
        QCOMPARE(lora.rankPattern, (Patterns<std::int64_t>{{"q_proj", 8}, {"v_proj", 4}}));
    }

    void numbersMapsAndListsAreReadByOneRule() {
        for (const QLocale& locale : {QLocale(QLocale::English), QLocale(QLocale::German)}) {
            QLocale::setDefault(locale);
            ConfigDraft draft;
            ConfigForm form(&draft, {"adapter", "optimizer"}, ConfigForm::Fields::Both);
            const bool isEnglish = locale.language() == QLocale::English;

            type(edit(form, "optimizer.learning_rate"), "0,001");
            QCOMPARE(draft.isComplete(), !isEnglish);
            type(edit(form, "optimizer.learning_rate"), "0.001");
            QVERIFY(draft.isComplete());
            QCOMPARE(draft.config().optimizer.learningRate, 0.001);

            auto* pattern = edit(form, "adapter.alpha_pattern");
            for (const char* wrong :
                 {"q_proj=1,5", "q_proj=1,000", "q_proj", "q_proj=", "=8", "q_proj=x", "q_proj=8, q_proj=16"}) {
                type(pattern, wrong);
                QVERIFY2(draft.refusedKeys() == QStringList{"adapter.alpha_pattern"}, wrong);
            }
            type(pattern, " q_proj=1.5 ,v_proj=2,");
            QVERIFY(draft.isComplete());
            QCOMPARE(draft.value("adapter.alpha_pattern"), Json({{"q_proj", 1.5}, {"v_proj", 2.0}}));
            ConfigForm again(&draft, {"adapter"}, ConfigForm::Fields::Both);
            QCOMPARE(edit(again, "adapter.alpha_pattern")->text(), "q_proj=1.5, v_proj=2");
            type(edit(form, "adapter.target_modules"), " q_proj ,,v_proj,");
            QCOMPARE(draft.value("adapter.target_modules"), Json::array({"q_proj", "v_proj"}));
        }
        QLocale::setDefault(QLocale::c());
    }
};

FETTLE_TEST(ConfigFormTest)
#include "config_form_test.moc"
