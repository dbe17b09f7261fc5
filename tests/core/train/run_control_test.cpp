// What happens around the steps of a run: early stopping, best.json, what a killed engine left, changes between two
// starts, a stop in every phase, a folder that moves.
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/weights/tensors.h"
#include "tests/support/temp_run.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <cmath>
#include <thread>

using namespace fettle;
using namespace fettle::test;

namespace {

Json textRows(int count) {
    Json rows = Json::array();
    for (int i = 0; i < count; ++i)
        rows.push_back({{"text", "Once upon a time there was " + std::string(i % 7 + 1, 'a') + " dog."}});
    return rows;
}

// Six steps that are evaluated and saved every second one.
Json smallRun(const TempRun& run) {
    return {{"model", {{"path", "pocket"}, {"dtype", "float32"}}},
            {"data",
             {{"train", Json::array({{{"path", run.writeRows("rows.jsonl", textRows(24))}}})},
              {"validation_split", 0.1},
              {"max_length", 64}}},
            {"adapter", {{"kind", "lora"}, {"r", 4}}},
            {"batch", {{"per_device_batch_size", 2}, {"gradient_accumulation_steps", 1}}},
            {"duration", {{"max_steps", 6}}},
            {"precision", {{"compute", "float32"}}},
            {"evaluation", {{"every_steps", 2}}},
            {"checkpoint", {{"every_steps", 2}}}};
}

Json with(Json config, const Json& changes) {
    config.merge_patch(changes);
    return config;
}

std::vector<std::string> warnedKeys(const RunHistory& history) {
    std::vector<std::string> keys;
    for (const Json& warning : history.warnings)
        keys.push_back(warning.at("facts").at("key"));
    return keys;
}

bool isStep(const Json& event, int step) {
    return event["type"] == "step" && event["step"] == step;
}

std::optional<Error> errorOf(const TempRun& run) {
    try {
        (void)run.train();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

} // namespace

class RunControlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEarlyStoppedRunIsOver() {
        const TempRun run;
        // A rate this low cannot improve what is measured by a metric that gets worse or stays: patience 1 ends it.
        run.configure(with(smallRun(run), {{"optimizer", {{"learning_rate", 0.5}}},
                                           {"duration", {{"max_steps", 40}}},
                                           {"evaluation", {{"every_steps", 1}, {"early_stopping_patience", 1}}}}));

        const RunHistory first = run.train();
        const RunHistory again = run.train();

        QCOMPARE(first.ended.at("reason").get<std::string>(), std::string("early_stopped"));
        QCOMPARE(again.ended.at("reason").get<std::string>(), std::string("early_stopped"));
        QCOMPARE(again.steps.size(), first.steps.size());
    }

    void withoutKeepBestNothingIsNamedBest() {
        const TempRun run;
        run.configure(with(smallRun(run), {{"checkpoint", {{"keep_best", false}, {"keep_last", 1}}}}));
        writeJson(run.folder().bestFile(), {{"step", 1}}); // of an earlier start, whose step is pruned

        (void)run.train();

        QVERIFY(!std::filesystem::exists(run.folder().bestFile()));
    }

    void bestNamesACheckpointThatIsThere() {
        const TempRun run;
        run.configure(with(smallRun(run), {{"checkpoint", {{"keep_last", 1}}}}));

        (void)run.train();

        const std::int64_t best = readJson(run.folder().bestFile()).at("step");
        QVERIFY(std::filesystem::exists(run.folder().checkpointFolder(best) / "state.json"));
    }

    // The loss rises again at once: the result is the first evaluation's, and training could go on from the last step.
    void theResultIsTheBest() {
        const TempRun run, lastOnly;
        const Json config = with(smallRun(run), {{"optimizer", {{"learning_rate", 0.5}}},
                                                 {"duration", {{"max_steps", 4}}},
                                                 {"evaluation", {{"every_steps", 1}}},
                                                 {"checkpoint", {{"keep_last", 1}}}});
        run.configure(config);
        lastOnly.configure(with(config, {{"checkpoint", {{"keep_best", false}}}}));

        const RunHistory history = run.train();
        const RunHistory plain = lastOnly.train();

        const auto weightsOf = [](const std::filesystem::path& folder) {
            return readFile(folder / "adapter_model.safetensors");
        };
        const std::int64_t best = history.ended.at("result_step");
        QVERIFY(best < 4);
        QCOMPARE(readJson(run.folder().bestFile()).at("step").get<std::int64_t>(), best);
        QVERIFY(weightsOf(run.folder().adapterFolder()) == weightsOf(run.folder().checkpointFolder(best) / "adapter"));
        QCOMPARE(plain.ended.at("result_step").get<int>(), 4);
        QVERIFY(weightsOf(lastOnly.folder().adapterFolder()) ==
                weightsOf(run.folder().checkpointFolder(4) / "adapter"));
    }

    void aLossThatIsNoNumberEndsTheRunWithItsLastCheckpoint() {
        const TempRun run;
        run.configure(with(smallRun(run), {{"optimizer", {{"learning_rate", 1e30}}},
                                           {"schedule", {{"kind", "constant"}, {"warmup_ratio", 0}}},
                                           {"checkpoint", {{"every_steps", 1}}}}));

        const auto error = errorOf(run);

        QVERIFY(error && error->kind == ErrorKind::NonFinite);
        QCOMPARE(error->facts.at("step"), std::string("2"));
        QVERIFY(error->hint.find("learning rate") != std::string::npos);
        QVERIFY(std::filesystem::exists(run.folder().checkpointFolder(1) / "state.json"));
        QVERIFY(!std::filesystem::exists(run.folder().checkpointFolder(2)));
        QVERIFY(!std::filesystem::exists(run.folder().adapterFolder()));
    }

    // At the start the model is its own reference, so that the loss is -log sigmoid(0).
    void aReferenceOfAnotherModelEndsTheRunAtItsStart() {
        const TempRun run;
        Json config = smallRun(run);
        config["objective"] = {{"kind", "dpo"}};
        config["duration"]["max_steps"] = 1;
        config["data"]["train"][0]["path"] = run.writeRows(
            "pairs.jsonl", Json::array({{{"prompt", "Once"}, {"chosen", " upon a time"}, {"rejected", " there"}},
                                        {{"prompt", "A dog"}, {"chosen", " ran."}, {"rejected", " was a cat."}}}));
        config["data"]["validation_split"] = 0;
        run.configure(config);
        const RunHistory right = run.train();
        QVERIFY(std::abs(right.steps.at(0).at("loss").get<double>() - std::log(2.0)) < 1e-4);

        std::filesystem::remove_all(run.folder().path() / "checkpoints");
        for (const auto& entry : std::filesystem::directory_iterator(run.folder().path() / "reference"))
            writeSafetensors(entry.path(), {{"train", at::tensor({-90.0F, 0.0F, -90.0F, 0.0F})},
                                            {"validation", at::empty({0}, at::kFloat)}});
        const auto error = errorOf(run);

        QVERIFY(error && error->kind == ErrorKind::BadModel);
        QCOMPARE(error->facts.at("expected"), std::string("0.6931"));
    }

    void changesSinceTheCheckpointAreSaid_data() {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("nothing") << QByteArray("{}") << QStringList();
        QTest::newRow("duration, name") << QByteArray(R"({"name": "x", "duration": {"max_steps": 7}})")
                                        << QStringList();
        QTest::newRow("batch") << QByteArray(R"({"batch": {"per_device_batch_size": 4}})")
                               << QStringList{"batch.per_device_batch_size"};
        QTest::newRow("learning rate") << QByteArray(R"({"optimizer": {"learning_rate": 1e-4}})")
                                       << QStringList{"optimizer.learning_rate"};
        QTest::newRow("what was resolved")
            << QByteArray(R"({"gradient_checkpointing": "on"})") << QStringList{"gradient_checkpointing"};
        QTest::newRow("seed, which also splits")
            << QByteArray(R"({"seed": 7})") << QStringList{"seed", "data.train", "data.validation"};
    }
    void changesSinceTheCheckpointAreSaid() {
        QFETCH(const QByteArray, change);
        QFETCH(const QStringList, keys);
        const TempRun run;
        run.configure(smallRun(run));
        (void)run.train([](const Json& event) { return isStep(event, 3); });

        run.configure(with(smallRun(run), parseJson(change.toStdString(), "change")));
        const RunHistory resumed = run.train();

        QStringList warned;
        for (const std::string& key : warnedKeys(resumed))
            warned << QString::fromStdString(key);
        QCOMPARE(warned, keys);
        QCOMPARE(resumed.ended.at("reason").get<std::string>(), std::string("finished"));
    }

    void appendedRowsAreSaid() {
        const TempRun run;
        run.configure(with(smallRun(run), {{"data", {{"validation_split", 0}}}}));
        (void)run.train([](const Json& event) { return isStep(event, 3); });

        (void)run.writeRows("rows.jsonl", textRows(25));
        const RunHistory resumed = run.train();

        QCOMPARE(warnedKeys(resumed), std::vector<std::string>{"data.train"});
        QVERIFY(resumed.warnings[0].at("message").get<std::string>().find("24 rows") != std::string::npos);
        QVERIFY(resumed.warnings[0].at("message").get<std::string>().find("25 rows") != std::string::npos);
    }

    void whatACheckpointDoesNotFitIsRefused() {
        const TempRun run;
        run.configure(smallRun(run));
        (void)run.train([](const Json& event) { return isStep(event, 3); });

        run.configure(with(smallRun(run), {{"adapter", {{"r", 8}}}}));

        try {
            (void)run.train();
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadConfig);
            QCOMPARE(error.facts.at("key"), std::string("adapter.r"));
        }
    }

    void aStopIsObeyedInEveryPhase_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("phase");
        QTest::newRow("started") << QByteArray("started") << QByteArray();
        QTest::newRow("tokenizing") << QByteArray("progress") << QByteArray("tokenizing");
        QTest::newRow("planned") << QByteArray("plan") << QByteArray();
        QTest::newRow("loading") << QByteArray("progress") << QByteArray("loading");
    }
    void aStopIsObeyedInEveryPhase() {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, phase);
        const TempRun run;
        run.configure(smallRun(run));
        std::vector<std::string> after;
        bool isStopped = false;

        const RunHistory history = run.train([&](const Json& event) {
            if (isStopped) after.push_back(toLine(event));
            const bool isPhase = phase.isEmpty() || event.value("phase", "") == phase.toStdString();
            isStopped = isStopped || (event["type"] == type.toStdString() && isPhase);
            return isStopped;
        });

        QCOMPARE(history.ended.at("reason").get<std::string>(), std::string("stopped"));
        QVERIFY(history.steps.empty());
        QVERIFY2(after.size() <= 3, after.front().c_str()); // no whole phase more
    }

    // The evaluation is cut short, and made when the run goes on: the numbers are those of a run never stopped.
    void aStopDuringAnEvaluationLosesNothing() {
        const TempRun whole, stopped;
        for (const TempRun* run : {&whole, &stopped})
            run->configure(with(smallRun(*run), {{"evaluation", {{"sample_prompts", {"Once"}}}}}));

        const RunHistory expected = whole.train();
        const RunHistory cut = stopped.train([](const Json& event) { return isStep(event, 4); });
        const RunHistory resumed = stopped.train();

        QCOMPARE(cut.evaluations.size(), std::size_t{1});
        QCOMPARE(resumed.evaluations.size(), expected.evaluations.size());
        QCOMPARE(resumed.samples.size(), expected.samples.size());
        for (std::size_t i = 0; i < expected.evaluations.size(); ++i)
            QCOMPARE(resumed.evaluations[i].at("eval_loss"), expected.evaluations[i].at("eval_loss"));
        QVERIFY(readJson(stopped.folder().bestFile()) == readJson(whole.folder().bestFile()));
    }

    void timeInPauseIsNoTrainingTime() {
        constexpr double kPause = 0.4; // seconds; a step takes some milliseconds
        const TempRun run;
        run.configure(smallRun(run));
        CancelFlag stop;
        CommandQueue commands(stop);
        std::thread waker;
        EventLog log(run.folder().eventsFile(), [&](const std::string& line) {
            const Json event = parseJson(line, "event");
            if (isStep(event, 3)) commands.push(PauseCommand{});
            if (event["type"] != "paused") return;
            waker = std::thread([&] {
                std::this_thread::sleep_for(std::chrono::duration<double>(kPause));
                commands.push(ResumeCommand{});
            });
        });

        runTraining(run.folder(), log, commands);
        waker.join();

        const RunHistory history = readHistory(run.folder().eventsFile());
        const Json &before = history.steps[2], &paused = history.steps[3];
        const double tokens = paused.at("tokens").get<double>() - before.at("tokens").get<double>();
        QVERIFY(paused.at("time").get<double>() - before.at("time").get<double>() >= kPause);
        QVERIFY(tokens / paused.at("tokens_per_second").get<double>() < kPause);
    }

    void aMovedFolderEndsTheRun_data() {
        QTest::addColumn<bool>("isMoved");
        QTest::newRow("moved") << true;
        QTest::newRow("removed") << false;
    }
    void aMovedFolderEndsTheRun() {
        QFETCH(const bool, isMoved);
        const TempRun run;
        run.configure(smallRun(run));
        const std::filesystem::path elsewhere = run.path() / "elsewhere";

        try {
            (void)run.train([&](const Json& event) {
                if (isStep(event, 3) && isMoved) std::filesystem::rename(run.folder().path(), elsewhere);
                if (isStep(event, 3) && !isMoved) std::filesystem::remove_all(run.folder().path());
                return false;
            });
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::FileNotFound);
            QCOMPARE(error.facts.at("file"), run.folder().path().string());
        }
        QVERIFY(!std::filesystem::exists(run.folder().path()));
        QCOMPARE(RunFolder(elsewhere).checkpoints().size(), std::size_t(isMoved ? 1 : 0));
    }
};

FETTLE_TEST(RunControlTest)
#include "run_control_test.moc"
