#include "core/library/ollama_store.h"

#include "core/library/found_models.h"
#include "core/source/gguf/gguf_writer.h"
#include "tests/core/source/checkpoints.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

void writeManifest(const Folder& folder, const std::string& name, const std::string& digest) {
    const Json manifest = {{"schemaVersion", 2},
                           {"layers",
                            {{{"mediaType", "application/vnd.ollama.image.template"}, {"digest", "sha256:77"}},
                             {{"mediaType", "application/vnd.ollama.image.model"}, {"digest", digest}}}}};
    folder.write("manifests/" + name, manifest.dump());
}

} // namespace

class OllamaStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsHaveTheNamesThatOllamaShows() {
        const Folder folder;
        folder.write("blobs/sha256-0a1b", "GGUF");
        writeManifest(folder, "registry.ollama.ai/library/llama3.2/1b", "sha256:0a1b");
        writeManifest(folder, "registry.ollama.ai/somebody/tuned/latest", "sha256:0a1b");
        writeManifest(folder, "hf.co/org/model/Q4_K_M", "sha256:0a1b");

        const auto models = modelsInOllamaStore(folder.path());

        QCOMPARE(models.size(), std::size_t{3});
        QCOMPARE(models[0].name, std::string("hf.co/org/model:Q4_K_M"));
        QCOMPARE(models[1].name, std::string("llama3.2:1b"));
        QCOMPARE(models[2].name, std::string("somebody/tuned:latest"));
        QCOMPARE(models[1].file, folder.path() / "blobs/sha256-0a1b");
    }

    void brokenManifestsAreLeftOut() {
        const Folder folder;
        folder.write("blobs/sha256-0a1b", "GGUF");
        folder.write("elsewhere", "GGUF");
        writeManifest(folder, "registry.ollama.ai/library/gone/latest", "sha256:ffff");
        writeManifest(folder, "registry.ollama.ai/library/outside/latest", "sha256:/../../elsewhere");
        writeManifest(folder, "registry.ollama.ai/library/other/latest", "md5:0a1b");
        folder.write("manifests/registry.ollama.ai/library/damaged/latest", "{");
        folder.write("manifests/registry.ollama.ai/library/list/latest", "[1]");

        QVERIFY(modelsInOllamaStore(folder.path()).empty());
    }

    void storesAreListedAsModels() {
        const Folder folder;
        folder.write("blobs/sha256-0a1b", ggufHead({{"general.architecture", std::string("clip")}}, {}));
        writeManifest(folder, "registry.ollama.ai/library/clip/latest", "sha256:0a1b");

        const auto models = findModels({folder.path()});

        QCOMPARE(models.back().name, std::string("clip:latest"));
        QVERIFY(models.back().problem->message.find("\"clip\" cannot be used") != std::string::npos);
    }
};

FETTLE_TEST(OllamaStoreTest)
#include "ollama_store_test.moc"
