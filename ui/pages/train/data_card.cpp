#include "ui/pages/train/data_card.h"

#include "ui/text/numbers.h"
#include "ui/widgets/button.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/label.h"
#include "ui/widgets/path_field.h"

#include <QHBoxLayout>

namespace fettle::ui {

namespace {

double shareOf(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QString rowFacts(const RowCounts& train) {
    //: Rows of a data file, share of the tokens that are learned.
    QString text = DataCard::tr("%1 rows, %2 of their tokens trained")
                       .arg(countText(train.read), percentText(shareOf(train.trainedTokens, train.tokens)));
    if (train.cut > 0) text += DataCard::tr("; %n cut", nullptr, static_cast<int>(train.cut));
    if (train.dropped > 0) text += DataCard::tr("; %n left out", nullptr, static_cast<int>(train.dropped));
    return text;
}

} // namespace

DataCard::DataCard(Planner& planner, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Data"), parent), m_planner(planner), m_draft(draft), m_file(new PathField(PathField::Kind::OpenFile)),
      m_inspect(new Button(tr("Look at rows"))), m_facts(new Label({}, TextRole::Secondary)) {
    m_file->setObjectName(QStringLiteral("trainData"));
    m_file->edit()->setObjectName(QStringLiteral("trainDataPath"));
    m_file->edit()->setAccessibleName(tr("Data file"));
    m_file->setFilter(tr("Data files (*.jsonl *.json *.txt);;All files (*)"));
    m_file->setPlaceholderText(tr("A JSON or JSON Lines file"));
    m_inspect->setObjectName(QStringLiteral("trainInspect"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(m_inspect);
    content()->addLayout(row);
    content()->addWidget(m_facts);
    auto* form = new ConfigForm(&draft, {QStringLiteral("data")}, ConfigForm::Fields::Both);
    form->setHidden({QStringLiteral("data.train")});
    content()->addWidget(form);
    connect(m_file, &PathField::pathTyped, this, &DataCard::choose);
    connect(m_file, &PathField::pathChosen, this, &DataCard::choose);
    connect(m_inspect, &QPushButton::clicked, this, &DataCard::inspectRequested);
    connect(&draft, &ConfigDraft::wasReset, this, &DataCard::show);
    connect(&draft, &ConfigDraft::changed, this, &DataCard::show);
    connect(&planner, &Planner::started, this, &DataCard::show);
    connect(&planner, &Planner::planned, this, &DataCard::show);
    connect(&planner, &Planner::failed, this, &DataCard::show);
    show();
}

void DataCard::choose(const QString& path) {
    const auto& now = m_draft.config().data.train;
    if (!now.empty() && path.toStdString() == now.front().path) return; // its format and columns stay
    Json files = Json::array();
    if (!path.isEmpty()) files.push_back({{"path", path.toStdString()}});
    m_draft.set(QStringLiteral("data.train"), files);
}

void DataCard::show() {
    const auto& files = m_draft.config().data.train;
    if (!m_file->edit()->hasFocus())
        m_file->setPath(files.empty() ? QString() : QString::fromStdString(files.front().path));
    m_inspect->setEnabled(!files.empty());
    if (files.empty())
        m_facts->setText(tr("Choose a file, or drop one anywhere on the window."));
    else if (m_planner.plan() && m_planner.stamp().data.train == files)
        m_facts->setText(rowFacts(m_planner.plan()->train));
    else
        m_facts->setText(m_planner.failure() ? QString() : tr("Counting tokens..."));
}

} // namespace fettle::ui
