// A base model that is another one when a run is resumed.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

class ChangedWeightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherWeightsAreSaid_data() {
        QTest::addColumn<bool>("areOthers");
        QTest::newRow("the same, copied anew") << false;
        QTest::newRow("others") << true;
    }
    void otherWeightsAreSaid() {
        QFETCH(bool, areOthers);
        const TempRun run;
        const auto model = run.path() / "model";
        std::filesystem::copy(resourceFolder() / "pocket", model, std::filesystem::copy_options::recursive);
        const Json row = {{"text", "Once upon a time there was a dog."}};
        run.configure({{"model", {{"path", model.string()}, {"dtype", "float32"}}},
                       {"data",
                        {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", Json::array({row, row}))}}})},
                         {"validation_split", 0}}},
                       {"adapter", {{"kind", "lora"}, {"r", 2}}},
                       {"batch", {{"per_device_batch_size", 1}, {"gradient_accumulation_steps", 1}}},
                       {"duration", {{"max_steps", 2}}},
                       {"precision", {{"compute", "float32"}}}});
        (void)run.train([](const Json& event) { return event.at("type") == "step"; });
        std::string weights = readFile(model / "model.safetensors");
        if (areOthers) weights[weights.size() - 1] = static_cast<char>(weights.back() ^ 1);
        writeFileAtomically(model / "model.safetensors", weights);

        std::vector<std::string> keys;
        (void)run.train([&](const Json& event) {
            if (event.at("type") == "warning") keys.push_back(event.at("facts").value("key", ""));
            return false;
        });

        QCOMPARE(std::ranges::count(keys, std::string("model.path")), areOthers ? 1 : 0);
    }
};

FETTLE_TEST(ChangedWeightsTest)
#include "changed_weights_test.moc"
