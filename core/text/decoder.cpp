#include "core/text/decoder.h"

#include "core/text/byte_alphabet.h"
#include "core/text/component.h"
#include "core/text/regex.h"
#include "core/text/utf8.h"

#include <charconv>

namespace fettle {

namespace {

using Pieces = std::vector<std::string>;

void decodeByteLevel(Pieces& pieces) {
    std::string bytes;
    for (const std::string& piece : pieces)
        bytes += fromByteAlphabet(piece).value_or(piece);
    pieces = {validUtf8(bytes)};
}

// "<0x0A>" is byte 10; -1 for any other piece.
int byteOf(const std::string& piece) {
    if (piece.size() != 6 || !piece.starts_with("<0x") || piece.back() != '>') return -1;
    int value = -1;
    const auto [end, code] = std::from_chars(piece.data() + 3, piece.data() + 5, value, 16);
    return code == std::errc{} && end == piece.data() + 5 ? value : -1;
}

// A run of byte tokens that is no UTF-8 gives one U+FFFD for each of its bytes.
void decodeByteFallback(Pieces& pieces) {
    Pieces result;
    std::string run;
    const auto flush = [&] {
        if (run.empty()) return;
        if (validUtf8(run) == run)
            result.push_back(run);
        else
            result.insert(result.end(), run.size(), std::string(kReplacement));
        run.clear();
    };
    for (const std::string& piece : pieces) {
        if (const int byte = byteOf(piece); byte >= 0) {
            run += static_cast<char>(byte);
            continue;
        }
        flush();
        result.push_back(piece);
    }
    flush();
    pieces = std::move(result);
}

std::string replaced(const std::string& text, const Regex& pattern, const std::string& content) {
    std::string result;
    std::size_t last = 0;
    pattern.eachMatch(text, [&](std::size_t begin, std::size_t end) {
        result.append(text, last, begin - last);
        result += content;
        last = end;
    });
    return result.append(text, last);
}

Decoder replace(const Json& json) {
    return [pattern = Regex(patternText(part(json, "pattern"))),
            content = part(json, "content").get<std::string>()](Pieces& pieces) {
        for (std::string& piece : pieces)
            piece = replaced(piece, pattern, content);
    };
}

Decoder metaspace(const Json& json) {
    const std::string space = json.value("replacement", "\xE2\x96\x81");
    std::string scheme = json.value("prepend_scheme", "");
    if (scheme.empty()) scheme = json.value("add_prefix_space", true) ? "always" : "never";
    return [space, pattern = Regex(Regex::escaped(space)), strips = scheme != "never"](Pieces& pieces) {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (i == 0 && strips && pieces[i].starts_with(space)) pieces[i].erase(0, space.size());
            pieces[i] = replaced(pieces[i], pattern, " ");
        }
    };
}

std::int64_t copies(const Json& json, const char* key) {
    const auto given = json.find(key);
    if (given == json.end()) return 0;
    if (const auto number = wholeNumber(*given)) return *number;
    throw Error{ErrorKind::BadTokenizer,
                std::string("tokenizer.json: \"") + key + "\" of a Strip is no whole number.",
                "Download the tokenizer again.",
                {{"key", key}}};
}

// At most `start` leading and `stop` trailing copies of a character, of each piece.
Decoder strip(const Json& json) {
    return [content = json.value("content", " "), start = copies(json, "start"),
            stop = copies(json, "stop")](Pieces& pieces) {
        if (content.empty()) return;
        for (std::string& piece : pieces) {
            for (std::int64_t i = 0; i < start && piece.starts_with(content); ++i)
                piece.erase(0, content.size());
            for (std::int64_t i = 0; i < stop && piece.ends_with(content); ++i)
                piece.erase(piece.size() - content.size());
        }
    };
}

void fuse(Pieces& pieces) {
    std::string all;
    for (const std::string& piece : pieces)
        all += piece;
    pieces = {all};
}

void joinWithSpaces(Pieces& pieces) {
    for (std::size_t i = 1; i < pieces.size(); ++i)
        pieces[i].insert(0, 1, ' ');
}

// The suffix of a piece that ends a word is the space behind it, but for the last piece.
Decoder bpeSuffix(const Json& json) {
    return [pattern = Regex(Regex::escaped(json.value("suffix", "</w>")))](Pieces& pieces) {
        for (std::size_t i = 0; i < pieces.size(); ++i)
            pieces[i] = replaced(pieces[i], pattern, i + 1 < pieces.size() ? " " : "");
    };
}

Decoder decoderSequence(const Json& list) {
    std::vector<Decoder> steps;
    for (const Json& step : list)
        steps.push_back(makeDecoder(step));
    return [steps](Pieces& pieces) {
        for (const Decoder& step : steps)
            step(pieces);
    };
}

} // namespace

Decoder makeDecoder(const Json& json) {
    if (json.is_null()) return joinWithSpaces;
    const std::string type = componentType(json, "decoder");
    if (type == "Sequence") return decoderSequence(part(json, "decoders"));
    if (type == "ByteLevel") return decodeByteLevel;
    if (type == "ByteFallback") return decodeByteFallback;
    if (type == "Replace") return replace(json);
    if (type == "Metaspace") return metaspace(json);
    if (type == "Strip") return strip(json);
    if (type == "Fuse") return fuse;
    if (type == "BPEDecoder") return bpeSuffix(json);
    refuseComponent("decoder", type);
}

} // namespace fettle
