// One stream's misfortune is not another's.
#include "core/generate/batch_decoder.h"

#include "core/base/error.h"
#include "core/generate/score.h"
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

    // What a pass throws before it has moved any stream: here an id that the matrix of embeddings lacks.
    void aStreamThatBreaksThePassFailsAlone() {
        const auto model = tinyModel();
        const auto tokenizer = std::make_shared<Numbers>();
        BatchDecoder decoder(*model, tokenizer, at::kFloat);
        GenerateRequest broken = request();
        broken.prompt = {1, 5000};

        const auto failing = decoder.add(broken);
        const auto whole = decoder.add(request());
        while (decoder.step()) {
        }

        QCOMPARE(decoder.take(failing)->stop, std::string("failed"));
        QCOMPARE(decoder.take(whole)->stop, std::string("length"));
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
