#include "core/generate/batch_decoder.h"

#include "core/base/error.h"
#include "core/base/mapped_file.h"
#include "core/generate/adapter_strengths.h"
#include "core/generate/known_ids.h"
#include "core/source/score_head.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <set>

namespace fettle {

namespace {

constexpr std::int64_t kRoomStep = 64; // tokens; the cache grows by doubling, from this

std::int64_t roundedRoom(std::int64_t tokens, std::int64_t room) {
    while (room < tokens)
        room *= 2;
    return room;
}

} // namespace

BatchDecoder::BatchDecoder(const CausalLM& model, std::shared_ptr<const Tokenizer> tokenizer, at::ScalarType compute)
    : m_model(model), m_tokenizer(std::move(tokenizer)), m_compute(compute) {}

std::int64_t BatchDecoder::add(GenerateRequest request, TokenCallback onToken) {
    refuseScoreHead(m_model.architecture());
    if (!request.tokenizer) request.tokenizer = m_tokenizer;
    refuseUnknownIds(request.prompt, m_model, *request.tokenizer);
    const std::int64_t context = m_model.architecture().maxPositions;
    const auto length = std::ssize(request.prompt);
    if (context > 0 && length >= context)
        throw Error{ErrorKind::BadUsage,
                    "The prompt has " + std::to_string(length) + " tokens; the model's context holds " +
                        std::to_string(context) + ".",
                    "Shorten the prompt or start a new conversation.",
                    {{"tokens", std::to_string(length)}, {"context", std::to_string(context)}}};
    if (context > 0) request.sampling.maxNewTokens = std::min(request.sampling.maxNewTokens, context - length);
    const std::int64_t number = m_nextStream++;
    m_entries.emplace(number, Entry{Stream(std::move(request), std::move(onToken)), freeSlot()});
    return number;
}

bool BatchDecoder::step() {
    const c10::InferenceMode inference;
    const std::vector<Entry*> entries = running();
    if (entries.empty()) return false;
    try {
        pass(entries);
    } catch (...) {
        for (Entry* entry : entries) {
            try {
                pass({entry});
            } catch (...) {
                entry->stream.fail(std::current_exception());
            }
        }
    }
    return true;
}

// Throws before any stream has moved, so that it can be repeated for some of them.
void BatchDecoder::pass(const std::vector<Entry*>& entries) {
    makeRoom(entries);
    std::vector<ops::SamplingRow> rows;
    for (const Entry* entry : entries)
        rows.push_back(entry->stream.samplingRow());
    const std::vector<ops::Sampled> sampled = ops::sampleTokens(forward(entries), rows);
    refuseChangedFiles();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        try {
            entries[i]->stream.advance(sampled[i]);
        } catch (...) {
            entries[i]->stream.fail(std::current_exception());
        }
    }
}

void BatchDecoder::cancel(std::int64_t stream) {
    if (const auto found = m_entries.find(stream); found != m_entries.end()) found->second.stream.cancel();
}

std::optional<Generation> BatchDecoder::take(std::int64_t stream) {
    const auto found = m_entries.find(stream);
    if (found == m_entries.end() || !found->second.stream.isDone()) return std::nullopt;
    Generation result = found->second.stream.result();
    m_entries.erase(found);
    return result;
}

std::vector<BatchDecoder::Entry*> BatchDecoder::running() {
    std::vector<Entry*> entries;
    for (auto& [number, entry] : m_entries)
        if (!entry.stream.isDone()) entries.push_back(&entry);
    return entries;
}

std::int64_t BatchDecoder::freeSlot() const {
    std::set<std::int64_t> taken;
    for (const auto& [number, entry] : m_entries)
        if (!entry.stream.isDone()) taken.insert(entry.slot);
    std::int64_t slot = 0;
    while (taken.contains(slot))
        ++slot;
    return slot;
}

void BatchDecoder::makeRoom(const std::vector<Entry*>& entries) {
    std::int64_t sequences = m_cache ? m_cache->sequences() : 1;
    std::int64_t room = m_cache ? m_cache->capacity() : kRoomStep;
    for (const Entry* entry : entries) {
        sequences = std::max(sequences, entry->slot + 1);
        room = roundedRoom(entry->stream.cachedTokens() + std::ssize(entry->stream.pending()), room);
    }
    if (!m_cache)
        m_cache.emplace(m_model.architecture(), sequences, room, m_compute, m_model.device());
    else if (sequences > m_cache->sequences() || room > m_cache->capacity())
        m_cache->grow(sequences, room);
}

Batch BatchDecoder::nextBatch(const std::vector<Entry*>& entries) const {
    std::vector<std::int64_t> tokens, positions, sequences, cacheRows;
    std::vector<ops::Segment> segments;
    Batch batch{.sequences = std::ssize(entries)};
    for (std::size_t s = 0; s < entries.size(); ++s) {
        const Entry& entry = *entries[s];
        const std::int64_t cached = entry.stream.cachedTokens();
        const auto begin = std::ssize(tokens);
        for (const TokenId id : entry.stream.pending()) {
            const std::int64_t position = cached + std::ssize(tokens) - begin;
            tokens.push_back(id);
            positions.push_back(position);
            sequences.push_back(static_cast<std::int64_t>(s));
            cacheRows.push_back(m_cache->row(entry.slot, position));
        }
        const std::int64_t length = cached + std::ssize(tokens) - begin;
        segments.push_back({.begin = begin,
                            .end = std::ssize(tokens),
                            .position = cached,
                            .keys = {{m_cache->row(entry.slot, 0), m_cache->row(entry.slot, 0) + length, 0}}});
        batch.maxPosition = std::max(batch.maxPosition, length);
    }
    const auto onDevice = [this](const std::vector<std::int64_t>& values) {
        return at::tensor(values, at::kLong).to(m_model.device());
    };
    batch.tokens_N = onDevice(tokens);
    batch.positions_N = onDevice(positions);
    batch.sequence_N = onDevice(sequences);
    batch.cacheRows_N = onDevice(cacheRows);
    batch.segments = std::make_shared<ops::Segments>(std::move(segments));
    return batch;
}

at::Tensor BatchDecoder::forward(const std::vector<Entry*>& entries) {
    const Batch batch = nextBatch(entries);
    std::vector<StreamAdapters> adapters;
    std::vector<std::int64_t> lastRows;
    for (const Entry* entry : entries)
        adapters.push_back(entry->stream.request().adapters);
    for (const ops::Segment& segment : batch.segments->list())
        lastRows.push_back(segment.end - 1);
    const AdapterSet set = joinAdapters(adapters);
    const at::Tensor hidden =
        m_model.hidden({.batch = batch, .adapters = set, .cache = &*m_cache, .compute = m_compute});
    const at::Tensor rows = at::tensor(lastRows, at::kLong).to(hidden.device());
    return logits(m_model, hidden.index_select(0, rows), m_compute, set);
}

} // namespace fettle
