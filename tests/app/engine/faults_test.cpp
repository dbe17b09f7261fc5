// What breaks in the world gives one clear error, exit code 1, and no file that was not there before.
#include "core/base/files.h"
#include "core/base/resources.h"
#include "tests/app/fettle/program.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <cstring>
#include <functional>

using namespace fettle;
using namespace fettle::test;

namespace {

namespace fs = std::filesystem;

// A folder in which something is wrong, and the command that meets it.
class Ground {
public:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        writeText(path(name), text);
        return path(name);
    }
    // The pocket model, of which files can be replaced.
    QString model() const {
        QDir().mkpath(path("model"));
        for (const auto& entry : fs::directory_iterator(resourceFolder() / "pocket")) {
            const fs::path link = path("model").toStdString() / entry.path().filename();
            if (entry.is_regular_file() && !fs::exists(link)) fs::create_symlink(entry.path(), link);
        }
        return path("model");
    }
    void edit(const QString& name, const std::function<void(QByteArray&)>& change) const {
        (void)model();
        QByteArray bytes = QByteArray::fromStdString(readFile(path("model/" + name).toStdString()));
        QFile::remove(path("model/" + name));
        change(bytes);
        writeText(path("model/" + name), bytes);
    }
    void remove(const QString& name) const {
        (void)model();
        QFile::remove(path("model/" + name));
    }
    QString rows(const QByteArray& text = R"({"text": "Once upon a time"})"
                                          "\n") const {
        return write("rows.jsonl", text);
    }
    // The run.json of a small run, with `more` merged into it.
    QString config(const Json& more = Json::object()) const {
        Json json = {{"model", {{"path", model().toStdString()}, {"dtype", "float32"}}},
                     {"threads", 1},
                     {"data", {{"train", Json::array({{{"path", path("rows.jsonl").toStdString()}}})}}},
                     {"duration", {{"max_steps", 1}}}};
        json.merge_patch(more);
        if (!QFile::exists(path("rows.jsonl"))) (void)rows();
        return write("run.json", QByteArray::fromStdString(json.dump()));
    }
    [[nodiscard]] QStringList files() const {
        QStringList all;
        for (QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
             it.hasNext();)
            all << it.next();
        all.sort();
        return all;
    }

    // The model is as the case left it; none was made by this.
    [[nodiscard]] QStringList score() const { return {"score", "--model", path("model"), "--file", rows()}; }
    [[nodiscard]] QStringList renderWith(const QByteArray& chatTemplate) const {
        write("model/chat_template.jinja", chatTemplate);
        return {"render", "--model", model(), "--messages",
                write("turns.json", R"([{"role": "user", "content": "Hi"}])")};
    }
    [[nodiscard]] QStringList scoreWith(const Json& adapter) const {
        (void)model();
        write("adapter/adapter_config.json", QByteArray::fromStdString(adapter.dump()));
        return score() << "--adapter" << path("adapter");
    }

private:
    QTemporaryDir m_folder;
};

QByteArray safetensors(const QByteArray& header, const QByteArray& data = {}) {
    QByteArray bytes(8, '\0');
    const quint64 size = static_cast<quint64>(header.size());
    std::memcpy(bytes.data(), &size, 8);
    return bytes + header + data;
}

const QByteArray kMessages = R"({"messages": [{"role": "user", "content": "Hi"}]})"
                             "\n";
const Json kLora = {{"peft_type", "LORA"}, {"r", 4}, {"lora_alpha", 8}, {"target_modules", {"q_proj"}}};

struct Fault {
    const char* name;
    const char* kind;
    std::function<QStringList(const Ground&)> prepare;
};

Fault inFile(const char* name, const char* kind, const char* file, std::function<void(QByteArray&)> change) {
    return {name, kind, [=](const Ground& ground) {
                ground.edit(QString::fromLatin1(file), change);
                return ground.score();
            }};
}

Fault inConfig(const char* name, const char* kind, const Json& more) {
    return {name, kind, [=](const Ground& ground) { return QStringList{"plan", ground.config(more)}; }};
}

Fault inData(const char* name, const char* kind, const QByteArray& text) {
    return {name, kind, [=](const Ground& ground) {
                (void)ground.rows(text);
                return QStringList{"plan", ground.config()};
            }};
}

std::vector<Fault> modelFaults() {
    return {
        inFile("weights cut in half", "bad_file", "model.safetensors", [](QByteArray& b) { b.chop(b.size() / 2); }),
        inFile("weights of no bytes", "bad_file", "model.safetensors", [](QByteArray& b) { b.clear(); }),
        inFile("a header of 2^60 bytes", "bad_file", "model.safetensors", [](QByteArray& b) { b[7] = 0x10; }),
        inFile("a header that is no JSON", "bad_file", "model.safetensors", [](QByteArray& b) { b[8] = '!'; }),
        inFile("a missing tensor", "bad_model", "model.safetensors",
               [](QByteArray& b) { b.replace("model.norm.weight", "model.norm.wait__"); }),
        inFile("an unknown number format", "bad_file", "model.safetensors",
               [](QByteArray& b) { b.replace("\"BF16\"", "\"BQ16\""); }),
        inFile("other shapes than config.json says", "bad_model", "config.json",
               [](QByteArray& b) { b.replace("\"hidden_size\": 192", "\"hidden_size\": 384"); }),
        inFile("config.json that is no JSON", "bad_file", "config.json", [](QByteArray& b) { b.chop(5); }),
        inFile("config.json of an unknown family", "bad_model", "config.json",
               [](QByteArray& b) { b.replace("\"llama\"", "\"lambda\""); }),
        inFile("config.json with a negative number", "bad_model", "config.json",
               [](QByteArray& b) { b.replace("\"hidden_size\": 192", "\"hidden_size\": -192"); }),
        inFile("tokenizer.json of an unknown kind", "bad_tokenizer", "tokenizer.json",
               [](QByteArray& b) { b = R"({"model": {"type": "Mystery"}})"; }),
        inFile("tokenizer.json that is no JSON", "bad_file", "tokenizer.json", [](QByteArray& b) { b.chop(40); }),
        {"no weights", "file_not_found",
         [](const Ground& ground) {
             ground.remove("model.safetensors");
             return ground.score();
         }},
        {"an index that leaves its folder", "bad_file",
         [](const Ground& ground) {
             ground.remove("model.safetensors");
             ground.write("model/model.safetensors.index.json",
                          R"({"weight_map": {"model.norm.weight": "../../other.safetensors"}})");
             return ground.score();
         }},
        {"an index with a missing shard", "file_not_found",
         [](const Ground& ground) {
             ground.remove("model.safetensors");
             ground.write("model/model.safetensors.index.json",
                          R"({"weight_map": {"model.norm.weight": "model-00001-of-00001.safetensors"}})");
             return ground.score();
         }},
        {"no config.json", "file_not_found",
         [](const Ground& ground) {
             ground.remove("config.json");
             return ground.score();
         }},
        {"no model folder", "file_not_found", [](const Ground& ground) { return ground.score(); }},
        {"a template that raises", "bad_template",
         [](const Ground& ground) { return ground.renderWith("{{ raise_exception('not like this') }}"); }},
        {"a template that is no Jinja", "bad_template",
         [](const Ground& ground) { return ground.renderWith("{% for %}"); }},
    };
}

std::vector<Fault> adapterFaults() {
    Json unknown = kLora, elsewhere = kLora;
    unknown["peft_type"] = "MAGIC";
    elsewhere["target_modules"] = Json::array({"no_such_proj"});
    return {
        {"an adapter without weights", "file_not_found", [](const Ground& ground) { return ground.scoreWith(kLora); }},
        {"an adapter of an unknown kind", "bad_adapter",
         [=](const Ground& ground) { return ground.scoreWith(unknown); }},
        {"an adapter for modules that the base lacks", "bad_adapter",
         [=](const Ground& ground) {
             ground.write("adapter/adapter_model.safetensors", safetensors("{}"));
             return ground.scoreWith(elsewhere);
         }},
        {"an adapter with a tensor of another shape", "bad_adapter",
         [](const Ground& ground) {
             ground.write("adapter/adapter_model.safetensors",
                          safetensors(R"({"base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight":)"
                                      R"({"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}})",
                                      QByteArray(8, '\0')));
             return ground.scoreWith(kLora);
         }},
        {"an adapter folder that is not there", "file_not_found",
         [](const Ground& ground) {
             (void)ground.model();
             return ground.score() << "--adapter" << ground.path("nowhere");
         }},
    };
}

std::vector<Fault> configFaults() {
    return {
        inConfig("an unknown key", "bad_config", {{"adaptor", 1}}),
        inConfig("a value out of range", "bad_config", {{"adapter", {{"r", -4}}}}),
        inConfig("a value of another type", "bad_config", {{"duration", {{"max_steps", "many"}}}}),
        inConfig("an unknown optimizer", "bad_config", {{"optimizer", {{"kind", "magic"}}}}),
        inConfig("target modules that match nothing", "bad_config", {{"adapter", {{"target_modules", {"no_such"}}}}}),
        inConfig("a data file that is not there", "file_not_found",
                 {{"data", {{"train", Json::array({{{"path", "/nowhere/rows.jsonl"}}})}}}}),
        {"a config.json broken in line 3", "bad_file",
         [](const Ground& ground) {
             return QStringList{"plan", ground.write("run.json", "{\n\"version\": 1,\n\"seed\": }\n")};
         }},
        {"no config.json of the run", "file_not_found",
         [](const Ground& ground) {
             return QStringList{"plan", ground.path("run.json")};
         }},
        inData("an empty data set", "bad_dataset", ""),
        inData("rows of no known format", "bad_dataset", "{\"a\": 1}\n"),
        inData("no row that is JSON", "bad_dataset", "once upon a time\n"),
        inData("bytes that are no text", "bad_dataset", QByteArray("\xff\xfe\x00\x01\n", 5)),
        {"conversations without a template", "bad_template",
         [](const Ground& ground) {
             ground.edit("tokenizer_config.json", [](QByteArray& b) { b.replace("chat_template", "no_template"); });
             (void)ground.rows(kMessages);
             return QStringList{"plan", ground.config()};
         }},
    };
}

std::vector<Fault> runFaults() {
    return {
        {"a run folder without config.json", "file_not_found",
         [](const Ground& ground) {
             QDir().mkpath(ground.path("run"));
             return QStringList{"train", ground.path("run")};
         }},
        {"a file where the run folder should be", "file_not_found",
         [](const Ground& ground) {
             return QStringList{"train", ground.rows()};
         }},
    };
}

const std::vector<Fault>& faults() {
    static const std::vector<Fault> all = [] {
        std::vector<Fault> together;
        for (const auto& some : {modelFaults(), adapterFaults(), configFaults(), runFaults()})
            together.insert(together.end(), some.begin(), some.end());
        return together;
    }();
    return all;
}

} // namespace

class FaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneClearError_data() {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < faults().size(); ++i)
            QTest::newRow(faults()[i].name) << static_cast<int>(i);
    }
    void oneClearError() {
        QFETCH(const int, number);
        const Fault& fault = faults()[static_cast<std::size_t>(number)];
        const Ground ground;
        const QStringList command = fault.prepare(ground);
        const QStringList before = ground.files();

        const Ended ended = test::fettle(command + QStringList{"--json"});

        const QByteArray last = ended.out.trimmed().split('\n').last();
        const Json json = Json::parse(last.toStdString(), nullptr, false);
        QVERIFY2(json.is_object(), ended.out + ended.err);
        const Json error = json.contains("error") ? json["error"] : json; // a stream ends with the event `failed`
        QVERIFY2(error.contains("kind"), last);
        QVERIFY2(error["kind"] == fault.kind, last);
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(!error.value("message", "").empty() && !error.value("hint", "").empty(), last);
        QStringList written = ground.files();
        for (const QString& file : before)
            QVERIFY2(written.removeOne(file), qPrintable(file + " is gone"));
        written.removeIf([](const QString& file) { return file.contains("/run/"); }); // what a run writes in its folder
        QCOMPARE(written, QStringList());
    }
};

FETTLE_TEST(FaultsTest)
#include "faults_test.moc"
