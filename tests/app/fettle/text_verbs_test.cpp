#include "tests/app/fettle/program.h"

#include <QTemporaryDir>

using namespace fettle;
using fettle::test::Ended;

// tokenize and render.
class TextVerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!QFile::exists(m_gpt2)) QSKIP("the tokenizer fixtures are missing");
    }

    void textBecomesIdsPiecesAndOffsets() {
        const Ended ended = test::fettle({"tokenize", "--model", m_gpt2, "--text", "Hello world", "--json"});

        QCOMPARE(ended.exitCode, 0);
        // "Hello" and " world" are ids 15496 and 995 of GPT-2's published vocabulary.
        QCOMPARE(
            ended.out.trimmed(),
            QByteArray(
                R"({"input_ids":[15496,995],"pieces":["Hello","Ġworld"],"offsets":[[0,5],[5,11]],"text":"Hello world"})"));
    }

    void idsAreDecoded() {
        const Ended ended = test::fettle({"tokenize", "--model", m_gpt2, "--ids", "15496,995"});

        QCOMPARE(ended.out.trimmed(),
                 QByteArray(R"({"input_ids":[15496,995],"pieces":["Hello","Ġworld"],"text":"Hello world"})"));
    }

    void idOutsideTheVocabularyIsRefused() {
        QCOMPARE(test::fettle({"tokenize", "--model", m_gpt2, "--ids", "60000"}).exitCode, 2);
    }

    void fileHoldsOneStringPerLine() {
        const QString file = written("texts.jsonl", "\"Hello\"\n\"\"\n\" world\\n\"\n");

        const Ended ended = test::fettle({"tokenize", "--model", m_gpt2, "--file", file});

        QCOMPARE(ended.lines().size(), 3);
        QCOMPARE(ended.json(0).at("input_ids").dump(), std::string("[15496]"));
        QCOMPARE(ended.json(1).at("input_ids").dump(), std::string("[]"));
        QCOMPARE(ended.json(2).at("text").get<std::string>(), std::string(" world\n"));
    }

    void brokenLineIsNamed() {
        const QString file = written("texts.jsonl", "\"Hello\"\n{}\n");

        const Ended ended = test::fettle({"tokenize", "--model", m_gpt2, "--file", file, "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.error().at("facts").at("line").get<std::string>(), std::string("2"));
    }

    void unknownModelIsAnError() {
        const Ended ended = test::fettle({"tokenize", "--model", "/nonexistent", "--text", "x", "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.lines().size(), 1);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("file_not_found"));
    }

    void conversationIsRenderedWithItsAnswersMarked() {
        const QString chatml = written("chatml.jinja", "{% for message in messages %}<|im_start|>{{ message.role }}\n"
                                                       "{{ message.content }}<|im_end|>\n{% endfor %}");
        const QString messages = written("messages.json", R"({"messages": [{"role": "user", "content": "Hi"},
                                                              {"role": "assistant", "content": "Zażółć"}]})");

        const Ended ended = test::fettle({"render", "--model", m_gpt2, "--messages", messages, "--template", chatml});

        QCOMPARE(ended.exitCode, 0);
        const Json rendered = ended.json();
        const std::string head = "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n";
        QCOMPARE(rendered.at("text").get<std::string>(), head + "Zażółć<|im_end|>\n");
        QCOMPARE(rendered.at("spans").at(0).at(0).get<std::size_t>(), head.size());
        QCOMPARE(rendered.at("input_ids").size(), rendered.at("mask").size());
        QCOMPARE(rendered.at("mask").at(0).get<int>(), 0);
    }

    void whereTheAnswersCannotBeToldTheTextStillIs() {
        const QString last = written("last.jinja", "{{ messages[-1].content }}{{ messages | length }}");
        const QString messages = written("messages.json", R"([{"role": "user", "content": "Hi"},
                                                              {"role": "assistant", "content": "Hello"}])");

        const Ended ended = test::fettle({"render", "--model", m_gpt2, "--messages", messages, "--template", last});

        QCOMPARE(ended.exitCode, 0);
        const Json rendered = ended.json();
        QCOMPARE(rendered.at("text").get<std::string>(), std::string("Hello2"));
        QVERIFY(rendered.at("spans").is_null() && rendered.at("mask").is_null());
        QCOMPARE(rendered.at("input_ids").at(0).get<int>(), 15496); // "Hello"
        QCOMPARE(rendered.at("reason").at("kind").get<std::string>(), std::string("bad_template"));
    }

    void modelWithoutTemplateNeedsOne() {
        const QString messages = written("messages.json", "[]");

        const Ended ended = test::fettle({"render", "--model", m_gpt2, "--messages", messages, "--json"});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.error().at("kind").get<std::string>(), std::string("bad_template"));
    }

private:
    QString written(const QString& name, const QByteArray& text) {
        const QString file = m_folder.filePath(name);
        test::writeText(file, text);
        return file;
    }
    const QString m_gpt2 = QStringLiteral(FETTLE_FIXTURES "/tokenizers/hf/gpt2");
    QTemporaryDir m_folder;
};

FETTLE_TEST(TextVerbsTest)
#include "text_verbs_test.moc"
