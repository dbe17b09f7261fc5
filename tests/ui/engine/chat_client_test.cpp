#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/chat_client.h"

#include <QSignalSpy>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

ChatAsk ask(const char* text, std::vector<AdapterStrength> adapters = {}) {
    return {.messages = Json::array({{{"role", "user"}, {"content", text}}}), .adapters = std::move(adapters)};
}

struct ChatClientStage {
    ChatClientStage() {
        QObject::connect(&client, &ChatClient::tokenArrived, &client, [this](int id, const ChatToken& token) {
            texts[id] += token.text;
            last = token;
            order.push_back(id);
        });
        QObject::connect(&client, &ChatClient::done, &client,
                         [this](int id, const ChatDone& done) { ends[id] = done; });
        QObject::connect(&client, &ChatClient::requestFailed, &client,
                         [this](int id, const Error& error) { errors.emplace(id, error); });
    }

    FakeEngine engine;
    ChatClient client{engine.program()};
    QHash<int, QString> texts;
    QHash<int, ChatDone> ends;
    std::map<int, Error> errors;
    std::vector<int> order;
    ChatToken last;
};

} // namespace

class ChatClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aRequestMadeEarlyIsAnswered() {
        ChatClientStage stage;

        stage.client.start({.model = "pocket"});
        const int id = stage.client.generate(ask("Where does Duppy live?"));

        QTRY_VERIFY(stage.ends.contains(id));
        QCOMPARE(stage.texts[id], "base: Where does Duppy live?");
        QCOMPARE(stage.ends[id].stop, "eos");
        QCOMPARE(stage.ends[id].tokensPerSecond, 200.0);
        QCOMPARE(stage.client.contextLength(), 512);
        QVERIFY(stage.client.hasChatTemplate());
    }

    void twoSidesStreamAtTheSameTime() {
        ChatClientStage stage;
        stage.client.start({.model = "pocket"});

        const int base = stage.client.generate(ask("one two three"));
        const int tuned = stage.client.generate(ask("one two three", {{"adapter", 0.5}}));

        QTRY_VERIFY(stage.ends.contains(base) && stage.ends.contains(tuned));
        QCOMPARE(stage.texts[base], "base: one two three");
        QCOMPARE(stage.texts[tuned], "tuned 0.50: one two three");
        QVERIFY(stage.order.front() != stage.order.back()); // neither waited for the other's end
    }

    void likelyTokensComeAlong() {
        ChatClientStage stage;
        stage.client.start({.model = "pocket"});

        const int id = stage.client.generate(ask("a"));

        QTRY_VERIFY(stage.ends.contains(id));
        QCOMPARE(stage.last.top.size(), 2u);
        QCOMPARE(stage.last.top[1].logprob, -2.5);
    }

    void aStreamCanBeCancelled() {
        ChatClientStage stage;
        stage.client.start({.model = "pocket"});
        const int id = stage.client.generate(ask("say nothing for ever"));
        QTRY_VERIFY(stage.client.isReady());

        stage.client.cancel(id);

        QTRY_VERIFY(stage.ends.contains(id));
        QCOMPARE(stage.ends[id].stop, "cancelled");
        QVERIFY(!stage.client.isBusy());
    }

    void whatWaitsCanBeCancelledToo() {
        ChatClientStage stage;
        const int id = stage.client.generate(ask("early"));

        stage.client.cancel(id);

        QCOMPARE(stage.ends[id].stop, "cancelled");
        QVERIFY(!stage.client.isBusy());
    }

    void anErrorEndsOneRequestOnly() {
        ChatClientStage stage;
        stage.client.start({.model = "pocket"});

        const int broken = stage.client.generate(ask("break"));
        const int whole = stage.client.generate(ask("fine"));

        QTRY_VERIFY(stage.ends.contains(whole));
        QCOMPARE(stage.errors.at(broken).kind, ErrorKind::BadTemplate);
    }

    void aDeadServerFailsEveryRequest() {
        ChatClientStage stage;
        QSignalSpy failed(&stage.client, &ChatClient::failed);
        stage.client.start({.model = "pocket"});

        const int first = stage.client.generate(ask("say nothing for ever"));
        const int second = stage.client.generate(ask("die"));

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(stage.errors.contains(first) && stage.errors.contains(second));
        QVERIFY(!stage.client.isReady());
    }

    void aServerThatCannotLoadTellsWhy() {
        ChatClientStage stage;
        stage.engine.script("chat",
                            "print {\"type\":\"failed\",\"kind\":\"bad_model\",\"facts\":{},\"message\":\"No.\","
                            "\"hint\":\"\"}\nexit 1");
        std::optional<Error> error;
        connect(&stage.client, &ChatClient::failed, this, [&](const Error& e) { error = e; });

        stage.client.start({.model = "nowhere"});

        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::BadModel);
    }

    void anotherModelTakesTheFirstOnesPlace() {
        ChatClientStage stage;
        stage.client.start({.model = "a"});
        const int old = stage.client.generate(ask("say nothing for ever"));
        QTRY_VERIFY(stage.client.isReady());

        stage.client.start({.model = "b"});
        const int id = stage.client.generate(ask("hello"));

        QTRY_VERIFY(stage.ends.contains(id));
        QVERIFY(stage.errors.contains(old));
        QCOMPARE(stage.client.options().model, "b");
    }

    void promptsAreRendered() {
        ChatClientStage stage;
        QString text;
        QVector<int> ids;
        connect(&stage.client, &ChatClient::rendered, this, [&](int, const QString& t, const QVector<int>& i) {
            text = t;
            ids = i;
        });
        stage.client.start({.model = "pocket"});

        stage.client.render(Json::array());

        QTRY_COMPARE(ids, QVector<int>({1, 2, 3}));
        QCOMPARE(text, "<|im_start|>user");
    }
};

FETTLE_TEST(ChatClientTest)
#include "chat_client_test.moc"
