// The chat server as the window drives it, and as a terminal or a system ends it.
#include "core/base/files.h"
#include "tests/app/fettle/program.h"

#include <QTemporaryDir>

#include <csignal>
#include <cstring>

using namespace fettle;
using namespace fettle::test;

namespace {

// A LoRA of rank 1 on one module of the pocket model, both matrices full of `value`.
void writeAdapter(const QString& folder, float value) {
    constexpr int kWidth = 192; // of the pocket model, also the width of its queries
    QDir().mkpath(folder);
    writeJson((folder + "/adapter_config.json").toStdString(),
              {{"peft_type", "LORA"}, {"r", 1}, {"lora_alpha", 1}, {"target_modules", {"q_proj"}}});
    const std::string module = "base_model.model.model.layers.0.self_attn.q_proj.lora_";
    const std::string header =
        Json{{module + "A.weight", {{"dtype", "F32"}, {"shape", {1, kWidth}}, {"data_offsets", {0, 4 * kWidth}}}},
             {module + "B.weight",
              {{"dtype", "F32"}, {"shape", {kWidth, 1}}, {"data_offsets", {4 * kWidth, 8 * kWidth}}}}}
            .dump();
    const std::vector<float> values(2 * kWidth, value);
    QByteArray bytes(8, '\0');
    const auto size = static_cast<quint64>(header.size());
    std::memcpy(bytes.data(), &size, 8);
    bytes += QByteArray::fromStdString(header);
    bytes.append(reinterpret_cast<const char*>(values.data()), 8 * kWidth);
    writeText(folder + "/adapter_model.safetensors", bytes);
}

Json generate(const Json& id, const Json& adapters = Json::array()) {
    return {{"command", "generate"},
            {"id", id},
            {"messages", Json::array({{{"role", "user"}, {"content", "Hi"}}})},
            {"adapters", adapters},
            {"sampling", {{"temperature", 0}, {"max_new_tokens", 3}}}};
}

class Server {
public:
    Server() {
        m_process.start(QStringLiteral(FETTLE_BINARIES "/fettle"),
                        {"chat", "--json", "--model", "pocket", "--dtype", "float32", "--threads", "1"});
        (void)waitFor({"ready"});
    }
    void send(const Json& message) { m_process.write(QByteArray::fromStdString(message.dump() + "\n")); }
    // The next event of one of these types; null where the server ended first.
    Json waitFor(const std::vector<std::string>& types) {
        while (m_process.canReadLine() || m_process.waitForReadyRead(-1))
            while (m_process.canReadLine()) {
                Json event = parseJson(m_process.readLine().toStdString(), "event");
                if (std::ranges::find(types, event.at("type").get<std::string>()) != types.end()) return event;
            }
        return nullptr;
    }
    // The whole answer to a request.
    std::string answer(const Json& command) {
        send(command);
        std::string text;
        for (Json event = waitFor({"token", "done", "error"}); event.value("type", "") == "token";
             event = waitFor({"token", "done", "error"}))
            text += event.at("text").get<std::string>();
        return text;
    }
    // Its exit code; -1 where it did not end by itself within ten seconds.
    int endBy(int signal) {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        if (m_process.waitForFinished(10'000))
            return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
        m_process.kill();
        m_process.waitForFinished(-1);
        return -1;
    }
    ~Server() {
        m_process.closeWriteChannel();
        m_process.waitForFinished(-1);
    }

private:
    QProcess m_process;
};

} // namespace

class ChatVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anErrorHasTheRequestsId() {
        Server server;

        for (const Json& id : {Json("a7"), Json(7)}) {
            server.send({{"command", "generate"}, {"id", id}});
            QCOMPARE(server.waitFor({"error"}).at("id"), id);
        }
    }

    // Six tokens at once, or three and then three more.
    void aCutAnswerGoesOn() {
        Server server;
        Json whole = generate(1);
        whole["sampling"]["max_new_tokens"] = 6;
        Json rest = generate(3);
        const std::string first = server.answer(generate(2));
        rest["messages"].push_back({{"role", "assistant"}, {"content", first}});
        rest["continue_last"] = true;

        const std::string second = server.answer(rest);

        QVERIFY(!first.empty() && !second.empty());
        QCOMPARE(first + second, server.answer(whole));
        rest["messages"].erase(1);
        server.send(rest);
        QCOMPARE(server.waitFor({"done", "error"}).value("kind", ""), std::string("bad_usage"));
    }

    void aSignalEndsAServerThatWaits_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("hasAnswered");
        QTest::newRow("terminated") << SIGTERM << false;
        QTest::newRow("interrupted after an answer") << SIGINT << true;
        QTest::newRow("the terminal is closed") << SIGHUP << true;
    }
    void aSignalEndsAServerThatWaits() {
        QFETCH(const int, signal);
        QFETCH(const bool, hasAnswered);
        Server server;
        if (hasAnswered) {
            server.send(generate(1));
            QCOMPARE(server.waitFor({"done", "error"}).at("type").get<std::string>(), std::string("done"));
        }

        QCOMPARE(server.endBy(signal), 0);
    }

    void aFailingRequestEndsAlone() {
        const QTemporaryDir folder;
        writeAdapter(folder.filePath("vast"), 1e30F); // finite, but not what it computes
        Server server;

        server.send(generate("base"));
        server.send(generate("vast", Json::array({{{"path", folder.filePath("vast").toStdString()}}})));
        const Json first = server.waitFor({"done", "error"}), second = server.waitFor({"done", "error"});
        server.send(generate("after"));
        const Json third = server.waitFor({"done", "error"});

        const Json& failed = first["id"] == "vast" ? first : second;
        const Json& whole = first["id"] == "vast" ? second : first;
        QCOMPARE(failed.at("type").get<std::string>(), std::string("error"));
        QCOMPARE(failed.at("kind").get<std::string>(), std::string("non_finite"));
        QCOMPARE(whole.at("type").get<std::string>(), std::string("done"));
        QCOMPARE(whole.at("output_tokens"), Json(3));
        QCOMPARE(third.at("type").get<std::string>(), std::string("done"));
    }

    void errorsAtTheStartEndTheStream_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("kind");
        QTest::newRow("no model") << QStringList{"--model", "/nowhere"} << "file_not_found";
        QTest::newRow("no adapter") << QStringList{"--model", "pocket", "--adapter", "/nowhere"} << "file_not_found";
        QTest::newRow("no such option") << QStringList{"--model", "pocket", "--modell"} << "bad_usage";
    }
    void errorsAtTheStartEndTheStream() {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, kind);

        const Ended ended = fettle::test::fettle(QStringList{"chat", "--json"} + arguments);

        const Json last = ended.json(ended.lines().size() - 1);
        QCOMPARE(last.value("type", ""), std::string("failed"));
        QCOMPARE(last.value("kind", ""), kind.toStdString());
    }

    void damagedAdaptersAreNamedWhenTheyAreLoaded() {
        const QTemporaryDir folder;
        writeAdapter(folder.filePath("nan"), std::numeric_limits<float>::quiet_NaN());
        Server server;

        server.send({{"command", "load"}, {"path", folder.filePath("nan").toStdString()}});
        const Json error = server.waitFor({"loaded", "error"});

        QCOMPARE(error.value("kind", ""), std::string("non_finite"));
        QVERIFY(error.at("facts").at("tensor").get<std::string>().find("q_proj") != std::string::npos);
    }
};

FETTLE_TEST(ChatVerbTest)
#include "chat_verb_test.moc"
