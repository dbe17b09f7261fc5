#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/chat_servers.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

constexpr int kLongerThanATest = 600'000;

ChatServers::OptionsOf plainOptions() {
    return [](const QString& model) { return ChatServerOptions{.model = model, .device = {}, .dtype = {}}; };
}

} // namespace

class ChatServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void oneProcessServesAllWhoHoldALease() {
        FakeEngine engine;
        ChatServers servers(engine.program(), plainOptions(), 0);
        ChatLease chat = servers.lease("pocket"), proof = servers.lease("pocket");

        QCOMPARE(chat.client(), proof.client());
        QCOMPARE(servers.running(), 1);

        chat = {};
        QCoreApplication::processEvents();
        QTRY_VERIFY(proof.client()->isReady());
        proof = {};
        QTRY_COMPARE(servers.running(), 0);
    }

    void aLeaseAloneStartsNothing() {
        FakeEngine engine;
        ChatServers servers(engine.program(), plainOptions());

        const ChatLease lease = servers.lease("pocket");

        QVERIFY(lease.isOf("pocket"));
        QCOMPARE(servers.running(), 0);
        QCOMPARE(ChatLease().client(), nullptr);
    }

    void whoComesBackSoonFindsTheModelLoaded() {
        FakeEngine engine;
        ChatServers servers(engine.program(), plainOptions(), kLongerThanATest);
        ChatLease lease = servers.lease("pocket");
        ChatClient* first = lease.client();

        lease = {};
        lease = servers.lease("pocket");

        QCOMPARE(lease.client(), first);
    }

    void aServerThatDiedStartsAgain() {
        FakeEngine engine;
        ChatServers servers(engine.program(), plainOptions());
        const ChatLease lease = servers.lease("pocket");
        QSignalSpy failed(&servers, &ChatServers::failed);
        lease.client()->generate({.messages = Json::array({{{"role", "user"}, {"content", "die"}}})});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().toString(), "pocket");
        QCOMPARE(servers.running(), 0);

        QTRY_VERIFY(lease.client()->isReady());
    }

    void aLeaseOutlivesTheServers() {
        FakeEngine engine;
        ChatLease lease;
        {
            ChatServers servers(engine.program(), plainOptions());
            lease = servers.lease("pocket");
        }
        QCOMPARE(lease.client(), nullptr);
        lease = {};
    }

    // A child that does not hear SIGTERM ends when it likes; the window has other things to do.
    void nobodyWaitsForAServerToEnd() {
        const EngineProgram stubborn{.path = QStringLiteral(FETTLE_SOURCE "/tests/support/stubborn.sh")};
        auto servers = std::make_unique<ChatServers>(stubborn, plainOptions());
        ChatLease first = servers->lease("a"), second = servers->lease("b");
        ChatClient* client = first.client();
        (void)second.client();
        QTRY_VERIFY(client->isReady());

        QElapsedTimer clock;
        clock.start();
        servers.reset();

        QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
    }
};

FETTLE_TEST(ChatServersTest)
#include "chat_servers_test.moc"
