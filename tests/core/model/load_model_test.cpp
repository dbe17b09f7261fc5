#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

using namespace fettle;
using namespace fettle::test;

class LoadModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenComesBack() {
        const auto model = tinyModel();

        const auto again = load(model->parameters());

        QCOMPARE(again->parameters().size(), model->parameters().size());
        for (std::size_t i = 0; i < model->parameters().size(); ++i)
            QVERIFY(at::equal(again->parameters()[i].second, model->parameters()[i].second));
    }

    void aMissingTensorIsNamedWhole() {
        NamedTensors tensors = tinyModel()->parameters();
        tensors.erase(tensors.begin() + 3);

        const Error error = errorOf([&] { (void)load(tensors); });

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QCOMPARE(error.facts.at("tensor"), std::string("model.layers.0.self_attn.v_proj.weight"));
    }

    void aWrongShapeNamesBoth() {
        NamedTensors tensors = tinyModel()->parameters();
        tensors[2].second = at::zeros({16, 31});

        const Error error = errorOf([&] { (void)load(tensors); });

        QCOMPARE(error.kind, ErrorKind::BadModel);
        QCOMPARE(error.facts.at("tensor"), std::string("model.layers.0.self_attn.k_proj.weight"));
        QCOMPARE(error.facts.at("found"), std::string("[16, 31]"));
        QCOMPARE(error.facts.at("expected"), std::string("[16, 32]"));
    }

    void frozenWeightsTakeTheAskedType() {
        const auto model = load(tinyModel()->parameters(), {.dtype = at::kBFloat16});

        for (const auto& [name, tensor] : model->parameters()) {
            QCOMPARE(tensor.scalar_type(), at::kBFloat16);
            QVERIFY(!tensor.requires_grad());
        }
    }

    void aQuantizedMatrixKeepsNoDenseTwin() {
        const auto model =
            load(tinyModel()->parameters(), {.quantization = ops::Quantization{"int8"}, .quantizesHead = true});

        for (const auto& [name, tensor] : model->parameters())
            QVERIFY2(tensor.dim() == 1 || name == "model.embed_tokens.weight", name.c_str());
        QCOMPARE(model->head().weight.weight().scalar_type(), at::kChar);
    }

    void trainedWeightsAreLeavesOfTheirOwn() {
        const auto model = load(tinyModel()->parameters(), {.dtype = at::kBFloat16, .trainable = true});
        {
            const at::NoGradGuard noGrad;
            for (auto& [name, tensor] : model->parameters())
                tensor.zero_();
        }

        const auto again = load({}, {});

        QVERIFY(model->parameters()[0].second.requires_grad());
        QCOMPARE(model->parameters()[0].second.scalar_type(), at::kFloat);
        QVERIFY(again->parameters()[0].second.abs().sum().item<double>() > 0);
    }

    void anUnknownFamilyIsRefused() {
        Architecture architecture = tinyArchitecture();
        architecture.family = "mamba";

        QCOMPARE(errorOf([&] { (void)initModel(architecture, 1, {}); }).kind, ErrorKind::BadModel);
    }

    void freshWeightsDependOnSeedAndNameOnly() {
        const auto one = initModel(tinyArchitecture(), 1, {})->parameters();
        const auto deeper = initModel(tinyArchitecture({{"num_hidden_layers", 3}}), 1, {})->parameters();
        const auto other = initModel(tinyArchitecture(), 2, {})->parameters();

        QVERIFY(at::equal(one[1].second, deeper[1].second));
        QVERIFY(at::equal(one.back().second, deeper.back().second));
        QVERIFY(!at::equal(one[1].second, other[1].second));
        QVERIFY(!at::equal(one[2].second, one[3].second));
    }

    void freshWeightsHaveTheConfigsSpread() {
        const auto model = initModel(tinyArchitecture({{"initializer_range", 0.05}, {"vocab_size", 4096}}), 7, {});
        const at::Tensor embedding = model->parameters().front().second;

        // 131,072 draws: the sample's deviation lies within 0.6 % at three standard errors, its mean within 0.0005.
        COMPARE_CLOSE(embedding.std(), at::scalar_tensor(0.05), 0.0003);
        COMPARE_CLOSE(embedding.mean(), at::scalar_tensor(0.0), 0.0005);
        QVERIFY(at::equal(model->parameters()[8].second, at::ones(32)));
    }

private:
    // A model read back from a folder with these tensors; without any, from what the folder holds.
    std::unique_ptr<CausalLM> load(const NamedTensors& tensors, const LoadOptions& options = {}) {
        const std::filesystem::path folder = m_folder.path().toStdString();
        if (!tensors.empty()) writeModelTensors(folder, tensors, 1 << 30);
        return loadModel(tinyArchitecture(), TensorSource::openFolder(folder), options);
    }

    QTemporaryDir m_folder;
};

FETTLE_TEST(LoadModelTest)
#include "load_model_test.moc"
