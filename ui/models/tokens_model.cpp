#include "ui/models/tokens_model.h"

#include <algorithm>

namespace fettle::ui {

namespace {

// One strand after the other, as the row's ids are laid out.
class RowReader {
public:
    explicit RowReader(const TokenizeRules& rules) : m_rules(rules) {}

    // `first` is the place of the first id in its sequence.
    void read(StrandKind strand, const Answer& part, std::size_t first) {
        m_row.strands.push_back({strand, static_cast<int>(m_row.cells.size())});
        StreamDecoder decoder(m_rules.tokenizer, SpecialText::Keep);
        for (std::size_t i = 0; i < part.ids.size(); ++i) {
            const std::string text = decoder.push(part.ids[i]);
            m_row.cells.push_back({.id = part.ids[i],
                                   .text = QString::fromStdString(text),
                                   .piece = QString::fromStdString(m_rules.tokenizer->piece(part.ids[i])),
                                   .bytes = QString::fromLatin1(QByteArray::fromStdString(text).toHex(' ')),
                                   .kind = kindOf(part.ids[i], first + i, part.trained[i] != 0)});
        }
    }
    RowTokens take() { return std::move(m_row); }

private:
    [[nodiscard]] TokenKind kindOf(TokenId id, std::size_t place, bool isTrained) const {
        if (static_cast<std::int64_t>(place) >= m_rules.maxLength && !m_rules.keepOverflow) return TokenKind::Cut;
        if (place > 0 && isTrained) return TokenKind::Trained;
        return m_rules.tokenizer->isSpecial(id) ? TokenKind::Special : TokenKind::Masked;
    }

    const TokenizeRules& m_rules;
    RowTokens m_row;
};

QString strandName(StrandKind kind) {
    switch (kind) {
    case StrandKind::Text:
        return TokensModel::tr("Text");
    case StrandKind::Prompt:
        return TokensModel::tr("Prompt");
    case StrandKind::Answer:
        return TokensModel::tr("Answer");
    case StrandKind::Chosen:
        return TokensModel::tr("Chosen");
    case StrandKind::Rejected:
        return TokensModel::tr("Rejected");
    }
    return {};
}

} // namespace

TokensModel::TokensModel(QObject* parent) : QAbstractListModel(parent) {}

void TokensModel::setTokens(RowTokens row) {
    beginResetModel();
    m_row = std::move(row);
    endResetModel();
}

QString TokensModel::strandTitle(int strand) const {
    const auto at = static_cast<std::size_t>(strand);
    const auto& cells = m_row.cells;
    const auto begin = cells.begin() + m_row.strands[at].begin;
    const auto end = at + 1 < m_row.strands.size() ? cells.begin() + m_row.strands[at + 1].begin : cells.end();
    const auto cut =
        static_cast<int>(std::count_if(begin, end, [](const auto& cell) { return cell.kind == TokenKind::Cut; }));
    //: Chosen: 34 tokens
    const QString title =
        tr("%1: %Ln token(s)", nullptr, static_cast<int>(end - begin)).arg(strandName(m_row.strands[at].kind));
    //: Chosen: 34 tokens, 3 of them cut
    return cut == 0 ? title : tr("%1, %Ln of them cut", nullptr, cut).arg(title);
}

int TokensModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_row.cells.size());
}

QVariant TokensModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TokenCell& token = m_row.cells[static_cast<std::size_t>(index.row())];
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

RowTokens tokensOf(const Example& example, const TokenizeRules& rules) {
    const TokenizedExample row = tokenizeExample(example, rules);
    RowReader reader(rules);
    if (row.answers.size() == 1) {
        reader.read(StrandKind::Text, sequenceOf(row), 0);
        return reader.take();
    }
    reader.read(StrandKind::Prompt, {row.prompt, std::vector<std::uint8_t>(row.prompt.size(), 0)}, 0);
    reader.read(StrandKind::Chosen, row.answers.front(), row.prompt.size());
    reader.read(StrandKind::Rejected, row.answers.back(), row.prompt.size());
    return reader.take();
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
