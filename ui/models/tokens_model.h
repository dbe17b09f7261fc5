#pragma once

#include "core/data/dataset.h"
#include "core/data/row_view.h"

#include <QAbstractListModel>

#include <vector>

namespace fettle::ui {

enum class TokenKind { Trained, Masked, Special, Cut };

struct TokenCell {
    int id = 0;
    QString text;  // as it reads; line ends and spaces as they are
    QString piece; // the vocabulary's own string
    QString bytes; // hexadecimal, of the text
    TokenKind kind = TokenKind::Masked;
};

// A part of a row: its tokens stand one after the other, up to those of the next part.
struct TokenStrand {
    StrandKind kind = StrandKind::Text;
    int begin = 0; // of its first token
};

struct RowTokens {
    std::vector<TokenCell> cells;
    std::vector<TokenStrand> strands; // prompt, chosen and rejected of a pair; one of any other row
};

// One row as tokens.
class TokensModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, PieceRole, BytesRole, KindRole };

    explicit TokensModel(QObject* parent = nullptr);

    void setTokens(RowTokens row);
    [[nodiscard]] const std::vector<TokenCell>& tokens() const { return m_row.cells; }
    [[nodiscard]] const std::vector<TokenStrand>& strands() const { return m_row.strands; }
    [[nodiscard]] QString strandTitle(int strand) const; // "Chosen: 34 tokens, 3 cut"

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; // tool tip: id, piece, bytes

private:
    RowTokens m_row;
};

// Position 0 is never a target; tokens from rules.maxLength on are Cut.
[[nodiscard]] RowTokens tokensOf(const Example& example, const TokenizeRules& rules);
[[nodiscard]] QString tokenKindText(TokenKind kind);

} // namespace fettle::ui
