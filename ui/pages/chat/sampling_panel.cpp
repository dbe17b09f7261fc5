#include "ui/pages/chat/sampling_panel.h"

#include "ui/tasks/run_in_background.h"
#include "ui/widgets/button.h"
#include "ui/widgets/config_form.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace fettle::ui {

namespace {

const QString kKeptSampling = QStringLiteral("chat/sampling"), kKeptPrompt = QStringLiteral("chat/system");
constexpr int kShownTokens = 5; // likeliest tokens that a click on a token can show

SamplingConfig usualSampling() {
    return {.temperature = 0.7, .topP = 0.95, .topK = 40, .maxNewTokens = 128, .logprobs = kShownTokens};
}

} // namespace

SamplingPanel::SamplingPanel(Settings& settings, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_draft(usualSampling()), m_system(new QPlainTextEdit),
      m_error(new ErrorStrip) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    addSystemPrompt(*layout);
    layout->addWidget(new ConfigForm(&m_draft, {}, ConfigForm::Fields::Both));
    addButtons(*layout);
    layout->addWidget(m_error);
    layout->addStretch();
    connect(&m_draft, &FieldDraft::changed, this, &SamplingPanel::onEdited);
    restore();
}

void SamplingPanel::addSystemPrompt(QVBoxLayout& layout) {
    auto* label = new Label(tr("S&ystem prompt"));
    label->setBuddy(m_system);
    m_system->setObjectName(QStringLiteral("systemPrompt"));
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("None"));
    m_system->setFixedHeight(scaled(64));
    m_system->setTabChangesFocus(true);
    layout.addWidget(label);
    layout.addWidget(m_system);
    connect(m_system, &QPlainTextEdit::textChanged, this, &SamplingPanel::onEdited);
}

void SamplingPanel::addButtons(QVBoxLayout& layout) {
    auto* load = new Button(tr("Load preset..."));
    load->setObjectName(QStringLiteral("loadPreset"));
    auto* save = new Button(tr("Save preset..."));
    save->setObjectName(QStringLiteral("savePreset"));
    auto* row = new QHBoxLayout;
    row->addWidget(load);
    row->addWidget(save);
    row->addStretch();
    layout.addLayout(row);
    connect(load, &QPushButton::clicked, this, &SamplingPanel::askToLoad);
    connect(save, &QPushButton::clicked, this, &SamplingPanel::askToSave);
}

QString SamplingPanel::systemPrompt() const {
    return m_system->toPlainText().trimmed();
}

// Every answer carries its likeliest tokens, whatever a preset says.
void SamplingPanel::show(const SamplingConfig& sampling) {
    SamplingConfig shown = sampling;
    shown.logprobs = kShownTokens;
    m_draft.setSampling(shown);
    Q_EMIT changed();
}

void SamplingPanel::onEdited() {
    m_settings.setState(kKeptSampling, QString::fromStdString(toLine(m_draft.json())));
    m_settings.setState(kKeptPrompt, systemPrompt());
    Q_EMIT changed();
}

void SamplingPanel::restore() {
    {
        const QSignalBlocker quiet(m_system);
        m_system->setPlainText(m_settings.state(kKeptPrompt).toString());
    }
    const std::string saved = m_settings.state(kKeptSampling).toString().toStdString();
    if (saved.empty()) return;
    runInBackground(
        this, [saved] { return parseSampling(parseJson(saved, "the saved sampling")); },
        [this](const SamplingConfig& sampling) { show(sampling); },
        [](const Error&) {}); // damaged: the usual values stay
}

void SamplingPanel::askToLoad() {
    auto* dialog = new QFileDialog(this, tr("Load a preset"), {}, tr("Presets (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SamplingPanel::load);
    dialog->open();
}

void SamplingPanel::askToSave() {
    auto* dialog = new QFileDialog(this, tr("Save a preset"), QStringLiteral("preset.json"), tr("Presets (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &SamplingPanel::save);
    dialog->open();
}

void SamplingPanel::load(const QString& file) {
    runInBackground(
        this, [file] { return parseSampling(readJson(file.toStdString())); },
        [this](const SamplingConfig& sampling) {
            m_error->hide();
            show(sampling);
            onEdited();
        },
        [this](const Error& error) { m_error->showError(error); });
}

void SamplingPanel::save(const QString& file) {
    runInBackground(
        this, [file, json = m_draft.json()] { writeJson(file.toStdString(), json); }, [this] { m_error->hide(); },
        [this](const Error& error) { m_error->showError(error); });
}

} // namespace fettle::ui
