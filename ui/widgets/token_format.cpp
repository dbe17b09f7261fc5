#include "ui/widgets/token_format.h"

#include "ui/widgets/style.h"

namespace fettle::ui {

namespace {

constexpr double kFaintGround = 0.05, kSpecialGround = 0.16; // of the text's colour

} // namespace

QTextCharFormat tokenFormat(TokenKind kind, int place, const QPalette& palette) {
    QTextCharFormat format;
    format.setFont(fontOf(TextRole::Mono));
    const bool isGrey = kind == TokenKind::Masked || kind == TokenKind::Cut;
    format.setForeground(ink(isGrey ? Ink::Secondary : Ink::Text, palette));
    const auto ground = [&](double share) { return blended(ink(Ink::Text, palette), ink(Ink::Card, palette), share); };
    if (place % 2 == 1) format.setBackground(ground(kFaintGround));
    if (kind == TokenKind::Special) format.setBackground(ground(kSpecialGround));
    if (kind == TokenKind::Cut) format.setFontStrikeOut(true);
    if (kind == TokenKind::Trained) {
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        format.setUnderlineColor(ink(Ink::Good, palette));
    }
    return format;
}

} // namespace fettle::ui
