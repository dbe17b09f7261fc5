#include "ui/widgets/field_table.h"

#include "ui/widgets/config_form.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/sampling_draft.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QLineEdit>

using namespace fettle;
using namespace fettle::ui;

namespace {

Json described(const char* key, const Json& kind, const Json& choices = Json::array()) {
    return {{"key", key},   {"kind", kind},       {"type", "integer"}, {"nullable", false},
            {"default", 1}, {"choices", choices}, {"help", "Help."},   {"level", "simple"}};
}

// An alternative inside a section, and one inside an alternative of another.
Json nestedFields() {
    return Json::array(
        {described("model", nullptr), described("model.path", nullptr), described("model.quantization", nullptr),
         described("model.quantization.kind", nullptr, {"none", "nf4"}),
         described("model.quantization.double_quant", "nf4"), described("adapter.kind", nullptr, {"lora", "none"}),
         described("adapter.r", "lora"), described("adapter.start.kind", "lora", {"gaussian", "svd"}),
         described("adapter.start.rounds", "svd")});
}

// Values that any alternative of nestedFields() may have.
class NestedDraft : public FieldDraft {
public:
    NestedDraft()
        : FieldDraft(nestedFields(),
                     {{"model", {{"path", 1}, {"quantization", {{"kind", "nf4"}, {"double_quant", 1}}}}},
                      {"adapter", {{"kind", "lora"}, {"r", 1}, {"start", {{"kind", "svd"}, {"rounds", 2}}}}}},
                     nullptr) {}
    [[nodiscard]] QString controlName(const QString& key) const override { return key; }
    Json taken;

protected:
    Json take(const Json& values) override { return taken = values; }
    [[nodiscard]] Json complete(const Json& kinds) const override { return kinds; }
};

} // namespace

class FieldTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void alternativesLieAnywhere() {
        const FieldTable fields(nestedFields());

        QCOMPARE(fields.kindKeyOf("model.quantization.double_quant"), "model.quantization.kind");
        QCOMPARE(fields.kindKeyOf("adapter.r"), "adapter.kind");
        QCOMPARE(fields.kindKeyOf("adapter.start.kind"), "adapter.kind");
        QCOMPARE(fields.kindKeyOf("adapter.start.rounds"), "adapter.start.kind");
        QCOMPARE(fields.kindKeyOf("model.path"), "");
        QCOMPARE(fields.members("adapter.start.kind", "svd"), QStringList{"adapter.start.rounds"});
    }

    void anotherNestedKindLeavesNothingOfTheFormer() {
        NestedDraft draft;

        QVERIFY(draft.set("model.quantization.kind", "none").isEmpty());

        QCOMPARE(draft.taken.at("model"), Json({{"path", 1}, {"quantization", {{"kind", "none"}}}}));
        draft.set("adapter.start.kind", "gaussian");
        QCOMPARE(draft.taken.at("adapter"), Json({{"kind", "lora"}, {"r", 1}, {"start", {{"kind", "gaussian"}}}}));
    }

    void aRowFollowsItsNestedKind() {
        NestedDraft draft;
        ConfigForm form(&draft, {}, ConfigForm::Fields::Both);
        QVERIFY(form.control("model.quantization.double_quant") != nullptr);

        draft.set("model.quantization.kind", "none");

        QVERIFY(form.control("model.quantization.double_quant") == nullptr);
        QVERIFY(form.control("adapter.start.rounds") != nullptr);
    }

    void everyKnownFieldHasItsLineOfFacts() {
        Json all = describeFields();
        const SamplingDraft sampling({});
        for (const Json& field : sampling.fields().all())
            all.push_back(field);
        for (const Json& field : all) {
            const QString key = keyOf(field);
            if (key.contains("[]") || key.startsWith("model.init")) continue;
            const QString asReward = QString(key).replace("evaluation.rewards.", "objective."); // in the same words
            const QLatin1String known(factsOf(key).key);
            QVERIFY2(key == known || asReward == known, qPrintable(key));
        }
    }

    void aFieldWithoutFactsIsReadable() {
        QCOMPARE(fieldLabel("objective.unheard_of_weight"), "Unheard of weight");
        QCOMPARE(fieldUnit("objective.unheard_of_weight"), "");
    }

    void samplingIsEditedByTheSameForm() {
        SamplingDraft draft({.temperature = 0.7});
        ConfigForm form(&draft, {}, ConfigForm::Fields::Both);
        auto* heat = form.findChild<QLineEdit*>("sampling.temperature");
        QCOMPARE(heat->text(), "0.7");
        QVERIFY(form.control("sampling.logprobs") == nullptr);

        heat->selectAll();
        QTest::keyClicks(heat, "1.5");
        QCOMPARE(draft.sampling().temperature, 1.5);

        heat->selectAll();
        QTest::keyClicks(heat, "hot");
        QVERIFY(!draft.isComplete());
        QCOMPARE(draft.sampling().temperature, 1.5);
    }
};

FETTLE_TEST(FieldTableTest)
#include "field_table_test.moc"
