// One stream's misfortune is not another's.
#include "core/generate/batch_decoder.h"

#include "core/base/error.h"
#include "core/generate/score.h"
#include "tests/support/compare.h"
#include "tests/support/test_main.h"
#include "tests/support/tiny_model.h"

#include <limits>

using namespace fettle;
using namespace fettle::test;

namespace {

// As many tokens as the tiny model has; each is its number.
class Numbers : public Tokenizer {
public:
    Encoding encode(std::string_view, SpecialTokens) const override { return {}; }
    std::string decode(std::span<const TokenId> ids, SpecialText) const override {
        std::string text;
        for (const TokenId id : ids)
            text += piece(id) + " ";
        return text;
    }
    std::string piece(TokenId id) const override { return std::to_string(id); }
    std::optional<TokenId> idOf(std::string_view) const override { return std::nullopt; }
    std::int64_t size() const override { return 96; }
    bool isSpecial(TokenId) const override { return false; }
};

GenerateRequest request(const StreamAdapters& adapters = {}) {
    return {.prompt = {1, 2, 3}, .adapters = adapters, .sampling = {.temperature = 0, .maxNewTokens = 4}};
}

// An adapter whose numbers are finite, and what it computes is not.
Adapter vastAdapter(const CausalLM& model) {
    const at::NoGradGuard noGrad;
    Adapter adapter = tinyAdapter(model);
    for (const auto& [name, tensor] : adapter.tensors())
        tensor.mul_(1e25);
    return adapter;
}

// What `request` is to say, without a cache.
std::vector<TokenId> greedyIds(const CausalLM& model, const AdapterSet& adapters) {
    const at::NoGradGuard noGrad;
    std::vector<TokenId> ids = request().prompt;
    for (int i = 0; i < 4; ++i)
        ids.push_back(logitsOf(model, {ids}, adapters)[-1].argmax().item<TokenId>());
    return {ids.begin() + 3, ids.end()};
}

ErrorKind kindOf(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const Error& error) {
        return error.kind;
    }
}

} // namespace

class BatchDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatEndedAnAnswerIsSaid() {
        const auto model = tinyModel();
        const std::vector<TokenId> said = greedyIds(*model, {});
        GenerateRequest ending = request();
        ending.stopIds = {said[1]};

        const auto answers = generate(*model, std::make_shared<Numbers>(), {request(), ending}, at::kFloat);

        QVERIFY(!answers[0].stopId);
        QCOMPARE(answers[1].stopId, std::optional(said[1]));
        QCOMPARE(answers[1].ids, (std::vector<TokenId>{said[0]}));
    }

    void oneStreamFailsAlone() {
        const auto model = tinyModel();
        const Adapter vast = vastAdapter(*model);
        const auto tokenizer = std::make_shared<Numbers>();
        const Generation alone = generate(*model, tokenizer, {request()}, at::kFloat).front();
        BatchDecoder decoder(*model, tokenizer, at::kFloat);

        const auto whole = decoder.add(request());
        const auto failing = decoder.add(request({{vast.slots(), 1.0}}));
        while (decoder.step()) {
        }

        const Generation failed = *decoder.take(failing);
        QCOMPARE(failed.stop, std::string("failed"));
        QCOMPARE(kindOf(failed.failure), ErrorKind::NonFinite);
        const Generation answer = *decoder.take(whole);
        QCOMPARE(answer.stop, std::string("length"));
        QCOMPARE(answer.ids, alone.ids);
    }

    // What a pass throws before it has moved any stream: here an adapter of a wider model.
    void aStreamThatBreaksThePassFailsAlone() {
        const auto model = tinyModel(), wider = tinyModel(tinyArchitecture({{"hidden_size", 64}}));
        const Adapter foreign = tinyAdapter(*wider);
        BatchDecoder decoder(*model, std::make_shared<Numbers>(), at::kFloat);

        const auto failing = decoder.add(request({{foreign.slots(), 1.0}}));
        const auto whole = decoder.add(request());
        while (decoder.step()) {
        }

        QCOMPARE(decoder.take(failing)->stop, std::string("failed"));
        QCOMPARE(decoder.take(whole)->stop, std::string("length"));
    }

    void idsThatTheModelLacksAreRefused() {
        const auto model = tinyModel();
        BatchDecoder decoder(*model, std::make_shared<Numbers>(), at::kFloat);
        for (const TokenId id : {-1, 96, 5000}) {
            GenerateRequest broken = request();
            broken.prompt.push_back(id);
            const Error error = errorOf([&] { (void)decoder.add(broken); });
            QCOMPARE(error.kind, ErrorKind::BadUsage);
            QCOMPARE(error.facts.at("id"), std::to_string(id));
        }
    }

    // Every kind of adapter beside the base in one loop, with the cache: each says what whole passes without it say.
    void allKindsDecodeTogether() {
        const auto model = tinyModel();
        std::vector<AdapterConfig> kinds = {
            LoraConfig{.r = 4, .loraAlpha = 8}, PrefixTuningConfig{.numVirtualTokens = 3}, Ia3Config{},
            BottleneckConfig{.reductionFactor = 4}, BottleneckConfig{.mhAdapter = false, .isParallel = true}};
        std::vector<Adapter> adapters;
        for (const AdapterConfig& kind : kinds)
            adapters.push_back(tinyAdapter(*model, kind));
        std::vector<GenerateRequest> requests = {request()};
        for (const Adapter& adapter : adapters)
            requests.push_back(request({{adapter.slots(), 1.0}}));

        const auto answers = generate(*model, std::make_shared<Numbers>(), requests, at::kFloat);

        for (std::size_t i = 0; i < answers.size(); ++i)
            QCOMPARE(answers[i].ids, greedyIds(*model, i == 0 ? AdapterSet{} : used(adapters[i - 1])));
        for (std::size_t i = 1; i < answers.size(); ++i)
            QVERIFY(answers[i].ids != answers[0].ids);
    }

    void weightsThatAreNoNumbersAreSaid() {
        const auto model = tinyModel();
        const at::NoGradGuard noGrad;
        model->parameters().front().second.fill_(std::numeric_limits<float>::quiet_NaN());

        for (const auto& call : std::vector<std::function<void()>>{
                 [&] { (void)generate(*model, std::make_shared<Numbers>(), {request()}, at::kFloat); },
                 [&] {
                     (void)scoreSequences(*model, {{1, 2, 3}}, {}, at::kFloat);
                 }}) {
            try {
                call();
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.kind, ErrorKind::NonFinite);
            }
        }
    }

    // All text comes through the callback too: what a stop text held back until the end, whatever the end was.
    void theStreamIsTheText() {
        const auto model = tinyModel();
        const Generation whole = generate(*model, std::make_shared<Numbers>(), {request()}, at::kFloat).front();
        GenerateRequest held = request();
        held.sampling.stopStrings = {whole.text + "and more"}; // may begin at any moment, and never comes
        for (const bool isCancelled : {false, true}) {
            BatchDecoder decoder(*model, std::make_shared<Numbers>(), at::kFloat);
            std::string streamed;
            const auto stream = decoder.add(held, [&](const GeneratedToken& token) { streamed += token.text; });
            while (decoder.step())
                if (isCancelled) decoder.cancel(stream);
            const Generation answer = *decoder.take(stream);
            QCOMPARE(streamed, answer.text);
            QVERIFY(whole.text.starts_with(answer.text) && !answer.text.empty());
        }
    }

    void aStopEndsIt() {
        const auto model = tinyModel();
        CancelFlag stop;
        stop.request();

        QVERIFY_EXCEPTION_THROWN((void)generate(*model, std::make_shared<Numbers>(), {request()}, at::kFloat, stop),
                                 Cancelled);
    }
};

FETTLE_TEST(BatchDecoderTest)
#include "batch_decoder_test.moc"
