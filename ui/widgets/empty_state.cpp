#include "ui/widgets/empty_state.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kPictureSize = 48;
constexpr int kTextWidth = 440;

class Picture : public QWidget {
public:
    explicit Picture(QString name) : m_name(std::move(name)) { setFixedSize(kPictureSize, kPictureSize); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintIcon(painter, rect(), m_name, ink(Ink::FieldBorder, palette()));
    }

private:
    QString m_name;
};

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& line, QWidget* parent)
    : QWidget(parent), m_line(new Label(line, TextRole::CardTitle)), m_hint(new Label({}, TextRole::Secondary)),
      m_buttons(new QHBoxLayout) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kGap);
    for (auto* label : {m_line, m_hint}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        label->setMaximumWidth(scaled(kTextWidth));
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    const auto centred = [layout](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(widget, 100);
        row->addStretch(1);
        layout->addLayout(row);
    };
    layout->addStretch(1);
    layout->addWidget(new Picture(iconName), 0, Qt::AlignHCenter);
    layout->addSpacing(kTightGap);
    centred(m_line);
    centred(m_hint);
    layout->addSpacing(kGap);
    m_buttons->setSpacing(kGap);
    m_buttons->addStretch();
    m_buttons->addStretch();
    layout->addLayout(m_buttons);
    layout->addStretch(2);
    m_hint->hide();
}

void EmptyState::setLine(const QString& line) {
    m_line->setText(line);
}

void EmptyState::setHint(const QString& hint) {
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void EmptyState::setAction(QAction* action) {
    m_buttons->insertWidget(1, new Button(action, ButtonKind::Primary));
}

void EmptyState::addSecondary(QAction* action) {
    m_buttons->insertWidget(m_buttons->count() - 1, new Button(action));
}

} // namespace fettle::ui
