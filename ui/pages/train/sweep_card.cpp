#include "ui/pages/train/sweep_card.h"

#include "ui/text/error_text.h"
#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field_facts.h"
#include "ui/widgets/form_line.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QLineEdit>
#include <QRegularExpression>

#include <cmath>

namespace fettle::ui {

namespace {

// "1e-4; 2e-4" or "8 16"; nothing where one is no number.
std::optional<std::vector<Json>> numbersIn(const QString& text) {
    static const QRegularExpression kBetween(QStringLiteral("[;\\s]+"));
    std::vector<Json> numbers;
    for (const QString& part : text.split(kBetween, Qt::SkipEmptyParts)) {
        const auto number = typedNumber(part);
        if (!number) return std::nullopt;
        const bool isWhole = std::trunc(*number) == *number && std::abs(*number) < 1e15;
        numbers.push_back(isWhole ? Json(static_cast<std::int64_t>(*number)) : Json(*number));
    }
    return numbers;
}

} // namespace

SweepCard::SweepCard(ConfigDraft& draft, QWidget* parent)
    : Card(tr("Try several values"), parent), m_draft(draft), m_start(new QAction(this)) {
    setObjectName(QStringLiteral("sweepCard"));
    m_start->setObjectName(QStringLiteral("startSweep"));
    content()->addWidget(
        new Label(tr("Every combination becomes a run, one after the other; select them in Runs to see "
                     "their curves on each other."),
                  TextRole::Secondary));
    addAxis(QStringLiteral("optimizer.learning_rate"), QStringLiteral("1e-4; 2e-4; 5e-4"));
    addAxis(QStringLiteral("adapter.r"), QStringLiteral("4; 16; 64"));
    addAxis(QStringLiteral("data.train_share"), QStringLiteral("0.25; 0.5; 1"));
    addAxis(QStringLiteral("seed"), QStringLiteral("1; 2; 3"));
    content()->addWidget(new Button(m_start), 0, Qt::AlignLeft);
    connect(m_start, &QAction::triggered, this, &SweepCard::request);
    connect(&draft, &ConfigDraft::changed, this, &SweepCard::follow);
    connect(&draft, &ConfigDraft::wasReset, this, &SweepCard::follow);
    follow();
}

void SweepCard::addAxis(const QString& key, const QString& example) {
    auto* values = new QLineEdit;
    values->setObjectName(QStringLiteral("sweep.") + key);
    values->setAccessibleName(fieldLabel(key));
    values->setPlaceholderText(example);
    auto* line = new FormLine(fieldLabel(key), values, nullptr);
    content()->addWidget(line);
    m_axes.push_back({key, values, line});
    connect(values, &QLineEdit::textChanged, this, &SweepCard::follow);
}

void SweepCard::setReady(bool isReady) {
    if (isReady == m_isReady) return;
    m_isReady = isReady;
    follow();
}

std::vector<SweepAxis> SweepCard::axes() const {
    std::vector<SweepAxis> axes;
    for (const Axis& axis : m_axes) {
        const auto numbers = numbersIn(axis.values->text());
        axis.line->setProblem(numbers ? QString() : tr("Numbers with a space or a semicolon between them"));
        if (numbers && !numbers->empty()) axes.push_back({axis.key.toStdString(), *numbers});
    }
    return axes;
}

void SweepCard::follow() {
    const std::vector<SweepAxis> varied = axes();
    m_runs.clear();
    QString problem;
    try {
        if (!varied.empty())
            for (SweepRun& run : sweepRuns(m_draft.runConfig(), varied))
                m_runs.push_back(std::move(run.config));
    } catch (const Error& error) {
        problem = errorText(error);
    }
    m_start->setText(!problem.isEmpty() ? problem
                     : m_runs.empty()   ? tr("Name some values")
                                        : tr("Queue %Ln runs", nullptr, static_cast<int>(m_runs.size())));
    m_start->setEnabled(m_isReady && !m_runs.empty());
}

void SweepCard::request() {
    Q_EMIT sweepRequested(m_runs);
}

} // namespace fettle::ui
