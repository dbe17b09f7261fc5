#pragma once

#include "ui/models/tokens_model.h"

#include <QPalette>
#include <QTextCharFormat>

namespace fettle::ui {

// How a kind of token looks: trained underlined, masked grey, special on a ground of its own, cut struck through. Every
// other token has a faint ground, so that one sees where it ends; `place` counts them.
[[nodiscard]] QTextCharFormat tokenFormat(TokenKind kind, int place, const QPalette& palette);

} // namespace fettle::ui
