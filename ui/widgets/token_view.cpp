#include "ui/widgets/token_view.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/style.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace fettle::ui {

namespace {

// Where each kind's name stands in a legend of this width, line by line.
std::vector<std::pair<TokenKind, QRect>> legendPlaces(int width) {
    const QFontMetrics metrics(fontOf(TextRole::Secondary));
    const int height = metrics.height() + kGap - 2;
    std::vector<std::pair<TokenKind, QRect>> places;
    QPoint next(0, 1);
    for (const auto kind : {TokenKind::Trained, TokenKind::Masked, TokenKind::Special, TokenKind::Cut}) {
        const int needed = metrics.horizontalAdvance(tokenKindText(kind)) + kTightGap;
        if (next.x() > 0 && next.x() + needed > width) next = {0, next.y() + height};
        places.emplace_back(kind, QRect(next, QSize(needed, height)));
        next.rx() += needed + kGroupGap;
    }
    return places;
}

// Line breaks and tabs as signs; spaces stay spaces, so that the text reads.
QString shownText(const QString& text) {
    QString shown = text;
    return shown.replace(QLatin1Char('\n'), QChar(0x21B5)).replace(QLatin1Char('\t'), QChar(0x2192));
}

void paintKind(QPainter& painter, const QRect& rect, const QString& text, TokenKind kind, const QPalette& palette) {
    const bool isGrey = kind == TokenKind::Masked || kind == TokenKind::Cut;
    painter.setPen(ink(isGrey ? Ink::Secondary : Ink::Text, palette));
    painter.drawText(rect, Qt::AlignVCenter, text);
    const QColor good = ink(Ink::Good, palette);
    switch (kind) {
    case TokenKind::Trained:
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width() - 1, 2, good);
        break;
    case TokenKind::Special:
        painter.setPen(ink(Ink::FieldBorder, palette));
        painter.drawRect(rect.adjusted(0, 1, -2, -1));
        break;
    case TokenKind::Cut:
        painter.setPen(ink(Ink::Danger, palette));
        painter.drawLine(rect.left(), rect.center().y() + 1, rect.right() - 1, rect.center().y() + 1);
        break;
    case TokenKind::Masked:
        break;
    }
}

} // namespace

TokenView::TokenView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Tokens"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setMouseTracking(true);
}

void TokenView::setModel(TokensModel* model) {
    if (m_model != nullptr) m_model->disconnect(this);
    m_model = model;
    const auto start = [this] {
        m_current = -1;
        layOut();
    };
    connect(model, &QAbstractItemModel::modelReset, this, start);
    start();
}

void TokenView::layOut() {
    m_places.clear();
    const QFontMetrics metrics(fontOf(TextRole::Mono));
    const int line = metrics.height() + kGap, width = viewport()->width() - 2 * kGap;
    int x = 0, y = kGap;
    const auto newLine = [&] {
        x = 0;
        y += line;
    };
    const std::size_t count = m_model == nullptr ? 0 : m_model->tokens().size();
    for (std::size_t i = 0; i < count; ++i) {
        const TokenCell& cell = m_model->tokens()[i];
        const QString text = shownText(cell.text.isEmpty() ? cell.piece : cell.text);
        const int needed = metrics.horizontalAdvance(text) + 2;
        if (x > 0 && x + needed > width) newLine();
        m_places.push_back({QRect(kGap + x, y, needed, line - kTightGap), static_cast<int>(i), text});
        x += needed;
        if (cell.text.contains(QLatin1Char('\n'))) newLine();
    }
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(line);
    verticalScrollBar()->setRange(0, std::max(0, y + line + kGap - viewport()->height()));
    viewport()->update();
}

void TokenView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.setFont(fontOf(TextRole::Mono));
    painter.translate(0, -verticalScrollBar()->value());
    const QRect shown = event->rect().translated(0, verticalScrollBar()->value());
    // Places lie in reading order: the first one that can be seen is found by halving.
    const auto first = std::partition_point(m_places.begin(), m_places.end(),
                                            [&](const Place& place) { return place.rect.bottom() < shown.top(); });
    for (auto place = first; place != m_places.end() && place->rect.top() <= shown.bottom(); ++place)
        paintToken(painter, *place);
}

void TokenView::paintToken(QPainter& painter, const Place& place) const {
    if (place.token == m_current) {
        painter.fillRect(place.rect, ink(Ink::Selection, palette()));
        if (hasFocus()) paintFocusRing(painter, QRectF(place.rect).adjusted(-2, -2, 1, 2), palette(), 3);
    }
    paintKind(painter, place.rect, place.text, m_model->tokens()[static_cast<std::size_t>(place.token)].kind,
              palette());
}

int TokenView::tokenAt(const QPoint& point) const {
    const QPoint inside = point + QPoint(0, verticalScrollBar()->value());
    for (const Place& place : m_places)
        if (place.rect.contains(inside)) return place.token;
    return -1;
}

void TokenView::setCurrent(int token) {
    if (token < 0 || token >= static_cast<int>(m_places.size())) return;
    m_current = token;
    const QRect rect = m_places[static_cast<std::size_t>(token)].rect;
    QScrollBar& bar = *verticalScrollBar();
    if (rect.top() < bar.value()) bar.setValue(rect.top() - kGap);
    if (rect.bottom() > bar.value() + viewport()->height()) bar.setValue(rect.bottom() + kGap - viewport()->height());
    setAccessibleDescription(m_model->data(m_model->index(token), Qt::ToolTipRole).toString());
    viewport()->update();
    Q_EMIT currentChanged(token);
}

void TokenView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void TokenView::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) layOut();
}

void TokenView::mousePressEvent(QMouseEvent* event) {
    setCurrent(tokenAt(event->position().toPoint()));
}

void TokenView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrent(std::max(0, m_current - 1));
    case Qt::Key_Right:
        return setCurrent(m_current + 1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(static_cast<int>(m_places.size()) - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TokenView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_model != nullptr) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int token = tokenAt(help->pos());
        if (token < 0)
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), m_model->data(m_model->index(token), Qt::ToolTipRole).toString(),
                               this);
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

TokenLegend::TokenLegend(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("trained: underlined; masked: grey; special: boxed; cut: struck through"));
}

QSize TokenLegend::sizeHint() const {
    const QRect last = legendPlaces(QWIDGETSIZE_MAX).back().second;
    return {last.right() + 1, last.bottom() + 2};
}

int TokenLegend::heightForWidth(int width) const {
    return legendPlaces(width).back().second.bottom() + 2;
}

void TokenLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(fontOf(TextRole::Secondary));
    for (const auto& [kind, place] : legendPlaces(width())) {
        const QString text = tokenKindText(kind);
        paintKind(painter, place, kind == TokenKind::Special ? QLatin1Char(' ') + text : text, kind, palette());
    }
}

} // namespace fettle::ui
