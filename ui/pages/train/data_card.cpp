#include "ui/pages/train/data_card.h"

#include "ui/pages/train/data_files.h"
#include "ui/text/numbers.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace fettle::ui {

namespace {

double shareOf(std::int64_t part, std::int64_t whole) {
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QString rowFacts(const Plan& plan) {
    const RowCounts& train = plan.train;
    const int rows = static_cast<int>(train.read);
    const bool isDrawn = train.used > 0 && train.trainedTokens == 0; // nothing of a row itself is learned
    //: Rows of the data files, share of the tokens that are learned.
    const QString learned = DataCard::tr("%Ln row(s), %1 of their tokens trained", nullptr, rows)
                                .arg(percentText(shareOf(train.trainedTokens, train.tokens)));
    QStringList facts = {isDrawn ? DataCard::tr("%Ln row(s), which the model answers itself", nullptr, rows) : learned};
    if (train.cut > 0) facts << DataCard::tr("%Ln cut", nullptr, static_cast<int>(train.cut));
    if (train.dropped > 0) facts << DataCard::tr("%Ln left out", nullptr, static_cast<int>(train.dropped));
    if (plan.validation.used > 0)
        facts << DataCard::tr("%Ln row(s) for validation", nullptr, static_cast<int>(plan.validation.used));
    return facts.join(QStringLiteral("; "));
}

} // namespace

DataCard::DataCard(Planner& planner, ConfigDraft& draft, QWidget* parent)
    : Card(tr("Data"), parent), m_planner(planner), m_draft(draft), m_facts(new Label({}, TextRole::Secondary)),
      m_form(new ConfigForm(&draft, {QStringLiteral("data")}, ConfigForm::Fields::Both)) {
    m_form->setHidden({QStringLiteral("data.train"), QStringLiteral("data.validation")});
    m_facts->setObjectName(QStringLiteral("dataFacts"));
    addFiles();
    content()->addWidget(m_form);
    connect(&draft, &ConfigDraft::wasReset, this, &DataCard::follow);
    connect(&draft, &ConfigDraft::changed, this, &DataCard::follow);
    connect(&planner, &Planner::started, this, &DataCard::follow);
    connect(&planner, &Planner::planned, this, &DataCard::follow);
    connect(&planner, &Planner::failed, this, &DataCard::follow);
    follow();
}

void DataCard::addFiles() {
    auto* train = new DataFiles(m_draft, QStringLiteral("data.train"),
                                {.name = QStringLiteral("trainData"),
                                 .file = tr("Data file"),
                                 .add = tr("Add another file"),
                                 .isNeeded = true});
    auto* validation = new DataFiles(m_draft, QStringLiteral("data.validation"),
                                     {.name = QStringLiteral("validationData"),
                                      .file = tr("Validation file"),
                                      .add = tr("Add a validation file"),
                                      .isNeeded = false});
    content()->addWidget(train);
    content()->addWidget(m_facts);
    content()->addWidget(validation);
    for (DataFiles* files : {train, validation})
        connect(files, &DataFiles::inspectRequested, this, &DataCard::inspectRequested);
}

void DataCard::follow() {
    m_facts->setText(factsText());
    const bool isSplit = m_draft.config().data.validation.empty();
    m_form->setNote(QStringLiteral("data.validation_split"),
                    isSplit ? QString() : tr("not used: there is a file for validation"));
}

QString DataCard::factsText() const {
    const DataConfig& data = m_draft.config().data;
    if (data.train.empty()) return tr("Choose a file, or drop one anywhere on the window.");
    const DataConfig& planned = m_planner.stamp().data;
    if (m_planner.plan() && planned.train == data.train && planned.validation == data.validation)
        return rowFacts(*m_planner.plan());
    return m_planner.failure() ? QString() : tr("Counting tokens...");
}

} // namespace fettle::ui
