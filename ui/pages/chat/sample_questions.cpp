#include "ui/pages/chat/sample_questions.h"

#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace fettle::ui {

namespace {

constexpr int kMostChips = 4;
constexpr int kLongestText = 64;

QString shortened(const QString& question) {
    return question.size() <= kLongestText ? question : question.left(kLongestText - 1) + QChar(0x2026);
}

} // namespace

SampleQuestions::SampleQuestions(QWidget* parent) : QWidget(parent), m_chips(nullptr) {
    setObjectName(QStringLiteral("sampleQuestions"));
    auto* chips = new QWidget;
    m_chips = new FlowLayout(kGap, 0, chips);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kTightGap);
    layout->addWidget(new Label(tr("Questions to begin with"), TextRole::Secondary));
    layout->addWidget(chips);
}

void SampleQuestions::setQuestions(const QStringList& questions) {
    if (questions == m_questions) return;
    m_questions = questions;
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    for (const QString& question : questions.mid(0, kMostChips)) {
        auto* chip = new Button(shortened(question).replace(QLatin1Char('&'), QLatin1String("&&")));
        chip->setObjectName(QStringLiteral("sampleQuestion"));
        chip->setAccessibleName(tr("Ask: %1").arg(question));
        chip->setToolTip(question);
        m_chips->addWidget(chip);
        connect(chip, &QPushButton::clicked, this, [this, question] { Q_EMIT asked(question); });
    }
}

} // namespace fettle::ui
