#include "ui/widgets/style.h"
#include "ui/widgets/token_format.h"
#include "ui/widgets/token_view.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextCursor>

#include <cmath>

namespace fettle::ui {

namespace {

// No break inside a name, and a gap between two.
QString unbroken(QString name) {
    return name.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
}

} // namespace

TokenLegend::TokenLegend(QWidget* parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("trained: underlined; masked: grey; special: on a darker ground; cut: struck through"));
    m_document.setDocumentMargin(0);
    fill();
}

void TokenLegend::fill() {
    m_document.clear();
    QTextCursor cursor(&m_document);
    for (const auto kind : {TokenKind::Trained, TokenKind::Masked, TokenKind::Special, TokenKind::Cut}) {
        QTextCharFormat format = tokenFormat(kind, 0, palette());
        format.setFont(fontOf(TextRole::Secondary), QTextCharFormat::FontPropertiesSpecifiedOnly);
        if (!cursor.atStart()) cursor.insertText(QStringLiteral("   "), QTextCharFormat());
        cursor.insertText(unbroken(tokenKindText(kind)), format);
    }
    updateGeometry();
}

QSize TokenLegend::sizeHint() const {
    return {static_cast<int>(std::ceil(m_document.idealWidth())), heightForWidth(QWIDGETSIZE_MAX)};
}

int TokenLegend::heightForWidth(int width) const {
    const std::unique_ptr<QTextDocument> laidOut(m_document.clone());
    laidOut->setTextWidth(width);
    return static_cast<int>(std::ceil(laidOut->size().height()));
}

void TokenLegend::resizeEvent(QResizeEvent*) {
    m_document.setTextWidth(width());
}

void TokenLegend::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) fill();
}

void TokenLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    m_document.drawContents(&painter);
}

} // namespace fettle::ui
