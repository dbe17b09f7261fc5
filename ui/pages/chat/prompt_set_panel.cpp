#include "ui/pages/chat/prompt_set_panel.h"

#include "core/base/files.h"
#include "ui/tasks/failures.h"
#include "ui/tasks/run_in_background.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace fettle::ui {

PromptSetPanel::PromptSetPanel(ChatSide& left, ChatSide& right, Failures& failures, QWidget* parent)
    : QWidget(parent), m_left(left), m_right(right), m_failures(failures), m_runner(m_model), m_table(new QTableView),
      m_run(new Button(tr("Ask both"), ButtonKind::Primary)), m_progress(new Label({}, TextRole::Secondary)) {
    m_model.setPrompts(pocketPrompts());
    m_model.setSides(tr("Left"), tr("Right"));
    m_table->setObjectName(QStringLiteral("promptSet"));
    m_table->setAccessibleName(tr("Prompts and answers"));
    m_table->setModel(&m_model);
    m_table->setWordWrap(true);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(makeBar());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_progress);
    connect(m_run, &QPushButton::clicked, this, &PromptSetPanel::toggleRun);
    connect(&m_runner, &PromptSetRunner::progressed, this, &PromptSetPanel::showProgress);
    connect(&m_runner, &PromptSetRunner::finished, this, &PromptSetPanel::showProgress);
    connect(&m_runner, &PromptSetRunner::failed, this,
            [this](const Error& error) { m_failures.tell(tr("The prompt set"), error); });
}

QWidget* PromptSetPanel::makeBar() {
    auto* bar = new QWidget;
    auto* row = new FlowLayout(kGap, 0, bar);
    const auto addButton = [&](const QString& name, const QString& text, auto slot) {
        auto* button = new Button(text);
        button->setObjectName(name);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_run->setObjectName(QStringLiteral("runPromptSet"));
    row->addWidget(m_run);
    addButton(QStringLiteral("addPrompt"), tr("Add prompt"), &PromptSetPanel::add);
    addButton(QStringLiteral("removePrompts"), tr("Remove selected"), &PromptSetPanel::removeSelected);
    row->addWidget(makeLoadButton());
    addButton(QStringLiteral("savePrompts"), tr("Save table..."), &PromptSetPanel::askToSave);
    return bar;
}

QWidget* PromptSetPanel::makeLoadButton() {
    auto* load = new Button(tr("Load"));
    load->setObjectName(QStringLiteral("loadPrompts"));
    auto* menu = new QMenu(load);
    menu->addAction(tr("Prompts of the pocket world"), this, [this] { setPrompts(pocketPrompts()); });
    menu->addAction(tr("The lecture's four prompts"), this, [this] { setPrompts(lecturePrompts()); });
    menu->addAction(tr("From a file..."), this, &PromptSetPanel::askToLoad);
    load->setMenu(menu);
    return load;
}

// Answers on their way know their rows.
void PromptSetPanel::setPrompts(const QStringList& prompts) {
    m_runner.stop();
    m_model.setPrompts(prompts);
}

void PromptSetPanel::toggleRun() {
    if (m_runner.isRunning()) return stop();
    Q_EMIT aboutToRun();
    m_runner.run(m_left, m_right);
    showProgress();
}

void PromptSetPanel::stop() {
    m_runner.stop();
}

void PromptSetPanel::startOver() {
    stop();
    m_model.clearAnswers();
    m_model.setSides(m_left.target().name, m_right.target().name);
    m_progress->clear();
}

void PromptSetPanel::showProgress() {
    m_run->setText(m_runner.isRunning() ? tr("Stop") : tr("Ask both"));
    m_progress->setText(m_runner.total() > 0 ? tr("%1 of %2 answers").arg(m_runner.answered()).arg(m_runner.total())
                                             : QString());
}

void PromptSetPanel::add() {
    m_model.addPrompt({});
    m_table->edit(m_model.index(m_model.rowCount() - 1, PromptSetModel::Prompt));
}

void PromptSetPanel::removeSelected() {
    m_runner.stop();
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    m_model.removePrompts(rows);
}

void PromptSetPanel::askToLoad() {
    auto* dialog =
        new QFileDialog(this, tr("Load prompts"), {}, tr("One prompt a line, or a JSON list (*.txt *.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PromptSetPanel::load);
    dialog->open();
}

void PromptSetPanel::load(const QString& file) {
    runInBackground(
        this, [file] { return readPrompts(file); }, [this](const QStringList& prompts) { setPrompts(prompts); },
        [this](const Error& error) { m_failures.tell(tr("Reading the prompts"), error); });
}

void PromptSetPanel::askToSave() {
    auto* dialog = new QFileDialog(this, tr("Save the table"), QStringLiteral("answers.csv"),
                                   tr("Comma separated values (*.csv);;Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &PromptSetPanel::save);
    dialog->open();
}

void PromptSetPanel::save(const QString& file) {
    const bool isMarkdown = file.endsWith(QLatin1String(".md"));
    const std::string text = (isMarkdown ? m_model.toMarkdown() : m_model.toCsv()).toStdString();
    runInBackground(
        this, [file, text] { writeFileAtomically(file.toStdString(), text); }, [] {},
        [this](const Error& error) { m_failures.tell(tr("Saving the table"), error); });
}

} // namespace fettle::ui
