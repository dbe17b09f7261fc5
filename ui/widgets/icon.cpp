#include "ui/widgets/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A resource in a static library is known to the program only after this; it has to stand outside any namespace.
static void registerIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace fettle::ui {

namespace {

QString fileOf(const QString& name) {
    registerIcons();
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QByteArray coloured(const QString& name, const QColor& color) {
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap drawn(const QString& name, const QColor& color, const QSize& pixels) {
    if (pixels.isEmpty()) return {}; // a control that was given no room
    const QString key = QStringLiteral("fettle-icon/%1/%2/%3").arg(name, color.name()).arg(pixels.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(coloured(name, color));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

// Asks for the colour at each painting, so that icons follow a change of theme.
class Engine : public QIconEngine {
public:
    Engine(QString name, Ink role) : m_name(std::move(name)), m_role(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const double ratio = painter->device()->devicePixelRatio();
        QPixmap pixmap = drawn(m_name, colorOf(mode), (QSizeF(rect.size()) * ratio).toSize());
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), pixmap);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return drawn(m_name, colorOf(mode), size);
    }
    QString iconName() override { return m_name; } // a button may ask for it in another colour
    QIconEngine* clone() const override { return new Engine(m_name, m_role); }

private:
    [[nodiscard]] QColor colorOf(QIcon::Mode mode) const {
        const QPalette palette = QApplication::palette();
        const QColor color = ink(m_role, palette);
        return mode == QIcon::Disabled ? blended(color, ink(Ink::Card, palette), 0.4) : color;
    }

    QString m_name;
    Ink m_role;
};

} // namespace

QIcon icon(const QString& name, Ink role) {
    return QIcon(new Engine(name, role));
}

void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& color) {
    const double ratio = painter.device()->devicePixelRatio();
    QPixmap pixmap = drawn(name, color, (place.size() * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(place.topLeft(), pixmap);
}

QIcon applicationIcon() {
    QIcon icon;
    QSvgRenderer renderer(fileOf(QStringLiteral("fettle-studio")));
    for (const int side : {16, 32, 48, 128}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

bool hasIcon(const QString& name) {
    return QFile::exists(fileOf(name));
}

} // namespace fettle::ui
