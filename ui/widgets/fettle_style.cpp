#include "ui/widgets/fettle_style.h"

#include "ui/widgets/button.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/icon.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace fettle::ui {

namespace {

constexpr int kArrowWidth = 28;
constexpr int kFieldPadding = 8;

void paintArrow(QPainter& painter, const QRect& place, const QString& name, const QStyleOption& option) {
    const int side = std::min({scaled(16), place.width(), place.height()});
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(place).center());
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    paintIcon(painter, square, name, ink(isEnabled ? Ink::Secondary : Ink::FieldBorder, option.palette));
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QRect& arrow) {
    paintFieldFrame(painter, option, option.rect);
    paintArrow(painter, arrow, QStringLiteral("chevron-down"), option);
}

void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down) {
    paintFieldFrame(painter, option, option.rect);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    paintArrow(painter, up, QStringLiteral("chevron-up"), option);
    paintArrow(painter, down, QStringLiteral("chevron-down"), option);
}

void paintItemPanel(QPainter& painter, const QStyleOptionViewItem& option) {
    if (option.backgroundBrush.style() != Qt::NoBrush) painter.fillRect(option.rect, option.backgroundBrush);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, ink(Ink::Selection, option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, ink(Ink::Hover, option.palette));
}

} // namespace

FettleStyle::FettleStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void FettleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
        return paintButtonPanel(*painter, *option, widget);
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel:
        return paintQuietPanel(*painter, *option);
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameTabBarBase: // the tabs' own line goes on to the edge of the page
        if (const auto* base = qstyleoption_cast<const QStyleOptionTabBarBase*>(option))
            painter->fillRect(base->rect.left(), base->tabBarRect.bottom(), base->rect.width(), 1,
                              ink(Ink::Border, base->palette));
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget) != nullptr)
            return paintFocusRing(*painter, option->rect, option->palette, 2);
        return paintFocusRing(*painter, option->rect, option->palette, kControlRadius);
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0) paintFieldFrame(*painter, *option, option->rect);
        return;
    }
    case PE_FrameLineEdit:
        return paintFieldFrame(*painter, *option, option->rect);
    case PE_Frame: {
        if (qobject_cast<const QAbstractItemView*>(widget) == nullptr)
            return paintFieldFrame(*painter, *option, option->rect);
        const bool hasFocus = option->state.testFlag(State_HasFocus);
        const Ink line = hasFocus ? Ink::Accent : Ink::Border;
        return paintRounded(*painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2,
                            ink(Ink::Card, option->palette), ink(line, option->palette));
    }
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return paintCheckMark(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioMark(*painter, *option);
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        return paintArrow(*painter, option->rect, QStringLiteral("chevron-down"), *option);
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        return paintArrow(*painter, option->rect, QStringLiteral("chevron-up"), *option);
    case PE_IndicatorArrowRight:
        return paintArrow(*painter, option->rect, QStringLiteral("chevron-right"), *option);
    case PE_PanelItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) paintItemPanel(*painter, *item);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, ink(Ink::Card, option->palette));
        painter->setPen(ink(Ink::FieldBorder, option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FettleStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    switch (element) {
    case CE_PushButton: // Fusion draws no focus of its own around it
        QProxyStyle::drawControl(element, option, painter, widget);
        if (option->state.testFlag(State_HasFocus)) paintButtonFocus(*painter, *option, widget);
        return;
    case CE_PushButtonLabel: {
        auto button = *static_cast<const QStyleOptionButton*>(option);
        button.palette.setColor(QPalette::ButtonText, buttonTextInk(button, widget));
        return QProxyStyle::drawControl(element, &button, painter, widget);
    }
    case CE_ProgressBarGroove:
        return paintProgressGroove(*painter, *option);
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) paintProgress(*painter, *bar);
        return;
    case CE_ProgressBarLabel:
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) paintTab(*painter, *tab);
        return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            paintHeaderSection(*painter, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, ink(Ink::Card, option->palette));
        return;
    case CE_Splitter:
        return;
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void FettleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                     const QWidget* widget) const {
    const auto part = [&](SubControl sub) { return subControlRect(control, option, sub, widget); };
    switch (control) {
    case CC_ComboBox:
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            paintComboBox(*painter, *box, part(SC_ComboBoxArrow));
        return;
    case CC_SpinBox:
        if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            paintSpinBox(*painter, *box, part(SC_SpinBoxUp), part(SC_SpinBoxDown));
        return;
    case CC_Slider: {
        const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (slider == nullptr || slider->orientation != Qt::Horizontal) break;
        return paintSlider(*painter, *slider, part(SC_SliderGroove), part(SC_SliderHandle));
    }
    case CC_ScrollBar: {
        const bool isHovered = option->state.testFlag(State_MouseOver);
        return paintScrollHandle(*painter, *option, part(SC_ScrollBarSlider), isHovered);
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect FettleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                                  const QWidget* widget) const {
    const QRect all = option->rect;
    if (control == CC_ScrollBar) {
        switch (sub) {
        case SC_ScrollBarAddLine:
        case SC_ScrollBarSubLine:
            return {};
        case SC_ScrollBarGroove:
            return all;
        default:
            break;
        }
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar == nullptr) return all;
        const bool isHorizontal = bar->orientation == Qt::Horizontal;
        const int length = isHorizontal ? all.width() : all.height();
        const int range = bar->maximum - bar->minimum;
        const qint64 shown = bar->pageStep;
        const int handle =
            range <= 0 ? length
                       : std::min(length, std::max<int>(32, static_cast<int>(length * shown / (range + shown))));
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
        const auto piece = [&](int from, int size) {
            return isHorizontal ? QRect(all.x() + from, all.y(), size, all.height())
                                : QRect(all.x(), all.y() + from, all.width(), size);
        };
        if (sub == SC_ScrollBarSlider) return piece(start, handle);
        if (sub == SC_ScrollBarSubPage) return piece(0, start);
        if (sub == SC_ScrollBarAddPage) return piece(start + handle, length - start - handle);
    }
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow)
        return visualRect(option->direction, all,
                          QRect(all.right() - kArrowWidth + 1, all.y(), kArrowWidth, all.height()));
    if (control == CC_SpinBox && sub == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, sub, widget).adjusted(kFieldPadding - 4, 0, 0, 0);
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return visualRect(option->direction, all, all.adjusted(kFieldPadding, 1, -kArrowWidth, -1));
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect FettleStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    switch (element) {
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_LineEditContents: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame == nullptr || frame->lineWidth == 0) break;
        return option->rect.adjusted(kFieldPadding - 2, 0, -kFieldPadding + 2, 0);
    }
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents: {
        const QRect all = option->rect;
        return {all.x(), all.center().y() - 3, all.width(), 6};
    }
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

int FettleStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return kGap;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return kGap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return kGap;
    case PM_SliderThickness:
    case PM_SliderLength:
        return scaled(20);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return scaled(18);
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
        return 0;
    case PM_HeaderMargin:
        return kGap;
    case PM_FocusFrameHMargin:
        return kTightGap;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FettleStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    switch (hint) {
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_Header_ArrowAlignment:
        return Qt::AlignRight | Qt::AlignVCenter;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize FettleStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                    const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const auto atLeast = [&](int height) { return QSize(size.width(), std::max(size.height(), scaled(height))); };
    switch (type) {
    case CT_PushButton: {
        const auto* button = qobject_cast<const Button*>(widget);
        const bool isPrimary = button != nullptr && button->kind() == ButtonKind::Primary;
        size.rwidth() += button != nullptr && button->text().isEmpty() ? kGap : 2 * kGap;
        return atLeast(isPrimary ? kPrimaryHeight : kControlHeight);
    }
    case CT_ComboBox:
        size.setWidth(contents.width() + kFieldPadding + kArrowWidth + kGap);
        return atLeast(kControlHeight);
    case CT_LineEdit:
        return atLeast(kControlHeight);
    case CT_SpinBox: // as high as a line, which it holds without a frame of its own
        return {size.width(), std::max(scaled(kControlHeight), option->fontMetrics.height() + kGap)};
    case CT_ItemViewItem:
        return atLeast(28);
    case CT_HeaderSection:
        return atLeast(32);
    default:
        return size;
    }
}

void FettleStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    m_wheel.watch(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QScrollBar*>(widget) != nullptr || qobject_cast<QTabBar*>(widget) != nullptr ||
        qobject_cast<QHeaderView*>(widget) != nullptr || qobject_cast<QSlider*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    // The frame is round: whatever lies behind its corners shows.
    if (auto* text = qobject_cast<QPlainTextEdit*>(widget)) {
        text->viewport()->setAutoFillBackground(false);
        text->document()->setDocumentMargin(kFieldPadding);
    }
    if (auto* text = qobject_cast<QTextEdit*>(widget)) text->viewport()->setAutoFillBackground(false);
}

} // namespace fettle::ui
