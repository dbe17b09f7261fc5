#pragma once

#include "core/base/error.h"
#include "ui/widgets/charts/plot_library.h"

#include <QPointer>
#include <QTimer>

#include <optional>

namespace fettle::ui {

class HoverCard;

// What every chart has: the look of the theme, a sentence while it is empty, zoom and pan along x by wheel, mouse and
// keys, a crosshair with a card of values, pictures to take away. It is drawn at most ten times a second, and only
// while it can be seen: a hidden chart takes over what came meanwhile when it is painted again.
class ChartBase : public QCustomPlot {
    Q_OBJECT
public:
    enum class Size { Large, Small }; // Small: no axis titles; the wheel is the page's until it has focus

    explicit ChartBase(Size size, QWidget* parent = nullptr);
    ~ChartBase() override;

    void setEmptyText(const QString& text); // says what will appear
    [[nodiscard]] QString emptyText() const { return m_empty->text(); }
    void setNavigable(bool isNavigable); // zoom and pan; at first they are on
    void resetView();
    void setView(double from, double to); // of a chart beside it
    void copyPicture();
    void savePicture(const QString& file); // .png or .svg; ends with saved() or saveFailed()
    void askWhereToSave();

Q_SIGNALS:
    void viewChanged(double from, double to); // by the user
    void saved(const QString& file);
    void saveFailed(const fettle::Error& error);

protected:
    // What is drawn on it.
    virtual void takeValues() = 0;                                   // into the plottables
    [[nodiscard]] virtual std::optional<QCPRange> reach() const = 0; // of x over all values; nothing: it is empty
    virtual void fitValues() = 0;                                    // y to what is seen of x
    virtual void placeLabels() {}
    virtual void applyColours(); // after the palette, the font, or what is drawn changed
    // Where the crosshair rests that was moved to (key, value); nothing: nowhere.
    [[nodiscard]] virtual std::optional<double> nearestKey(double key) const = 0;
    [[nodiscard]] virtual QString cardText(double key, double value) const = 0;

    void refresh();  // with the next paint event
    void schedule(); // soon, with all that comes until then
    void recolour();
    void catchUp(); // everything but the picture
    [[nodiscard]] bool isSmall() const { return m_size == Size::Small; }

    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void setUpAxes();
    void addPictureActions();
    [[nodiscard]] QByteArray svg();
    [[nodiscard]] QImage picture(); // at twice the size, for print
    void fit();
    void follow(const QCPRange& range); // x changed by the user
    [[nodiscard]] QCPRange wholeView(const QCPRange& reach) const;
    void showRange(const QCPRange& range); // of x, within what there is
    void moveCrosshair(const QPointF& position);
    void hideCrosshair();

    Size m_size;
    bool m_isStale = true, m_awaitsPicture = true, m_awaitsColours = true;
    bool m_showsAll = true; // everything, growing; until the user zooms
    bool m_isFitting = false;
    QTimer m_timer;
    QCPItemText* m_empty;
    QCPItemStraightLine* m_cross;
    QPointer<HoverCard> m_card;
};

} // namespace fettle::ui
