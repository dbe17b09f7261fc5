#pragma once

#include "core/data/dataset.h"

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

// One row as tokens.
class TokensModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, PieceRole, BytesRole, KindRole };

    explicit TokensModel(QObject* parent = nullptr);

    void setTokens(std::vector<TokenCell> tokens);
    [[nodiscard]] const std::vector<TokenCell>& tokens() const { return m_tokens; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; // tool tip: id, piece, bytes

private:
    std::vector<TokenCell> m_tokens;
};

// Position 0 is never a target; tokens from rules.maxLength on are Cut.
[[nodiscard]] std::vector<TokenCell> tokenCells(const Example& example, const TokenizeRules& rules);
[[nodiscard]] QString tokenKindText(TokenKind kind);

} // namespace fettle::ui
