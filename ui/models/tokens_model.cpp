#include "ui/models/tokens_model.h"

namespace fettle::ui {

namespace {

TokenKind kindOf(const Answer& row, std::size_t index, const TokenizeRules& rules) {
    if (static_cast<std::int64_t>(index) >= rules.maxLength && !rules.keepOverflow) return TokenKind::Cut;
    if (index > 0 && row.trained[index] != 0) return TokenKind::Trained;
    return rules.tokenizer->isSpecial(row.ids[index]) ? TokenKind::Special : TokenKind::Masked;
}

} // namespace

TokensModel::TokensModel(QObject* parent) : QAbstractListModel(parent) {}

void TokensModel::setTokens(std::vector<TokenCell> tokens) {
    beginResetModel();
    m_tokens = std::move(tokens);
    endResetModel();
}

int TokensModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_tokens.size());
}

QVariant TokensModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TokenCell& token = m_tokens[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return token.text;
    case Qt::ToolTipRole:
        return tr("Token %1, id %2: %3\nBytes %4\n%5")
            .arg(index.row())
            .arg(token.id)
            .arg(token.piece, token.bytes, tokenKindText(token.kind));
    case IdRole:
        return token.id;
    case PieceRole:
        return token.piece;
    case BytesRole:
        return token.bytes;
    case KindRole:
        return static_cast<int>(token.kind);
    default:
        return {};
    }
}

std::vector<TokenCell> tokenCells(const Example& example, const TokenizeRules& rules) {
    const Answer row = sequenceOf(tokenizeExample(example, rules));
    StreamDecoder decoder(rules.tokenizer, SpecialText::Keep);
    std::vector<TokenCell> cells;
    for (std::size_t i = 0; i < row.ids.size(); ++i) {
        const std::string text = decoder.push(row.ids[i]);
        cells.push_back({.id = row.ids[i],
                         .text = QString::fromStdString(text),
                         .piece = QString::fromStdString(rules.tokenizer->piece(row.ids[i])),
                         .bytes = QString::fromLatin1(QByteArray::fromStdString(text).toHex(' ')),
                         .kind = kindOf(row, i, rules)});
    }
    return cells;
}

QString tokenKindText(TokenKind kind) {
    switch (kind) {
    case TokenKind::Trained:
        return TokensModel::tr("Trained: the loss counts it");
    case TokenKind::Masked:
        return TokensModel::tr("Masked: read, but not learned");
    case TokenKind::Special:
        return TokensModel::tr("Special, masked");
    case TokenKind::Cut:
        return TokensModel::tr("Cut: beyond the length");
    }
    return {};
}

} // namespace fettle::ui
