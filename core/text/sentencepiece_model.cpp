#include "core/text/sentencepiece_model.h"

#include "core/base/error.h"
#include "core/text/wire_format.h"

#include <algorithm>

namespace fettle {

namespace {

// Numbers of the fields of ModelProto, SentencePiece, TrainerSpec and NormalizerSpec.
namespace model_field {
constexpr std::uint64_t kPieces = 1, kTrainer = 2, kNormalizer = 3;
}
namespace piece_field {
constexpr std::uint64_t kText = 1, kScore = 2, kKind = 3;
}
namespace trainer_field {
constexpr std::uint64_t kType = 3, kVocabSize = 4, kByteFallback = 35, kUnknown = 40, kBos = 41, kEos = 42, kPad = 43;
}
namespace normalizer_field {
constexpr std::uint64_t kName = 1, kMap = 2, kDummyPrefix = 3, kExtraSpaces = 4, kEscapes = 5;
}
constexpr std::uint64_t kUnigram = 1, kBpe = 2;

SentencePieceModel::Piece pieceOf(std::string_view message) {
    SentencePieceModel::Piece piece;
    WireReader fields(message);
    while (const auto field = fields.next()) {
        if (field->number == piece_field::kText) piece.text = field->bytes;
        if (field->number == piece_field::kScore) piece.score = field->asFloat();
        if (field->number == piece_field::kKind && field->value >= 1 && field->value <= 6)
            piece.kind = static_cast<SentencePieceModel::Kind>(field->value);
    }
    return piece;
}

std::int64_t signedId(std::uint64_t value) {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
}

void readTrainer(SentencePieceModel& model, std::string_view message) {
    WireReader fields(message);
    while (const auto field = fields.next()) {
        if (field->number == trainer_field::kType) model.isUnigram = field->value == kUnigram;
        if (field->number == trainer_field::kUnknown) model.unknown = signedId(field->value);
        if (field->number == trainer_field::kBos) model.bos = signedId(field->value);
        if (field->number == trainer_field::kEos) model.eos = signedId(field->value);
        if (field->number == trainer_field::kPad) model.pad = signedId(field->value);
    }
}

void readNormalizer(SentencePieceModel& model, std::string_view message) {
    WireReader fields(message);
    while (const auto field = fields.next()) {
        if (field->number == normalizer_field::kMap) model.characterMap = field->bytes;
        if (field->number == normalizer_field::kDummyPrefix) model.addsSpacePrefix = field->value != 0;
        if (field->number == normalizer_field::kExtraSpaces) model.removesExtraSpaces = field->value != 0;
    }
}

WireWriter pieceMessage(const SentencePieceModel::Piece& piece) {
    WireWriter message;
    message.add(piece_field::kText, std::string_view(piece.text));
    message.add(piece_field::kScore, piece.score);
    message.add(piece_field::kKind, static_cast<std::uint64_t>(piece.kind));
    return message;
}

WireWriter trainerMessage(const SentencePieceModel& model) {
    const bool hasBytes = std::ranges::any_of(
        model.pieces, [](const auto& piece) { return piece.kind == SentencePieceModel::Kind::Byte; });
    const auto id = [](std::int64_t value) { return static_cast<std::uint64_t>(value); }; // -1 in two's complement
    WireWriter message;
    message.add(trainer_field::kType, model.isUnigram ? kUnigram : kBpe);
    message.add(trainer_field::kVocabSize, std::uint64_t{model.pieces.size()});
    message.add(trainer_field::kByteFallback, std::uint64_t{hasBytes});
    message.add(trainer_field::kUnknown, id(model.unknown));
    message.add(trainer_field::kBos, id(model.bos));
    message.add(trainer_field::kEos, id(model.eos));
    message.add(trainer_field::kPad, id(model.pad));
    return message;
}

WireWriter normalizerMessage(const SentencePieceModel& model) {
    WireWriter message;
    message.add(normalizer_field::kName, std::string_view("identity"));
    if (!model.characterMap.empty()) message.add(normalizer_field::kMap, std::string_view(model.characterMap));
    message.add(normalizer_field::kDummyPrefix, std::uint64_t{model.addsSpacePrefix});
    message.add(normalizer_field::kExtraSpaces, std::uint64_t{model.removesExtraSpaces});
    message.add(normalizer_field::kEscapes, std::uint64_t{true});
    return message;
}

} // namespace

SentencePieceModel parseSentencePieceModel(std::string_view file) {
    SentencePieceModel model;
    WireReader fields(file);
    while (const auto field = fields.next()) {
        if (field->number == model_field::kPieces) model.pieces.push_back(pieceOf(field->bytes));
        if (field->number == model_field::kTrainer) readTrainer(model, field->bytes);
        if (field->number == model_field::kNormalizer) readNormalizer(model, field->bytes);
    }
    if (model.pieces.empty())
        throw Error{ErrorKind::BadTokenizer, "The tokenizer.model holds no pieces.", "Download the tokenizer again."};
    return model;
}

std::string serialized(const SentencePieceModel& model) {
    WireWriter file;
    for (const SentencePieceModel::Piece& piece : model.pieces)
        file.add(model_field::kPieces, std::string_view(pieceMessage(piece).message()));
    file.add(model_field::kTrainer, std::string_view(trainerMessage(model).message()));
    file.add(model_field::kNormalizer, std::string_view(normalizerMessage(model).message()));
    return file.message();
}

} // namespace fettle
