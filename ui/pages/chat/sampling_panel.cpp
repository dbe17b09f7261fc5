#include "ui/pages/chat/sampling_panel.h"

#include "ui/engine/chat_messages.h"
#include "ui/tasks/run_in_background.h"
#include "ui/text/core_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/decimal_box.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"

#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace fettle::ui {

namespace {

const QString kState = QStringLiteral("chat/sampling"), kSystemState = QStringLiteral("chat/system");
constexpr int kShownTokens = 5; // likeliest tokens that a click on a token can show

SamplingConfig usualSampling() {
    return {.temperature = 0.7, .topP = 0.95, .topK = 40, .maxNewTokens = 128, .logprobs = kShownTokens};
}

Json samplingJson(const SamplingConfig& sampling) {
    return generateCommand(0, {.sampling = sampling})["sampling"];
}

QString helpOf(const char* key) {
    static const Json fields = describeSampling();
    for (const Json& field : fields)
        if (field["key"] == key) return coreText(field["help"].get<std::string>());
    return {};
}

} // namespace

SamplingPanel::SamplingPanel(Settings& settings, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_system(new QPlainTextEdit), m_error(new ErrorStrip) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(kGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addRows(*form);
    addButtons(*form);
    show(usualSampling());
    restore();
}

void SamplingPanel::addRows(QFormLayout& form) {
    m_system->setObjectName(QStringLiteral("systemPrompt"));
    m_system->setAccessibleName(tr("System prompt"));
    m_system->setPlaceholderText(tr("None"));
    m_system->setFixedHeight(scaled(64));
    m_system->setTabChangesFocus(true);
    form.addRow(tr("S&ystem prompt"), m_system);
    m_temperature = addNumber(form, "temperature", tr("&Temperature"), 5, 0.1);
    m_topP = addNumber(form, "top_p", tr("Top &p"), 1, 0.05);
    m_topK = addCount(form, "top_k", tr("Top &k"), 0, 1000000);
    m_minP = addNumber(form, "min_p", tr("&Min p"), 1, 0.01);
    m_penalty = addNumber(form, "repetition_penalty", tr("&Repetition penalty"), 10, 0.05);
    m_maxTokens = addCount(form, "max_new_tokens", tr("Most &tokens"), 1, 1000000);
    m_seed = addCount(form, "seed", tr("S&eed"), 0, 2147483647);
    m_stop = new QLineEdit;
    m_stop->setObjectName(QStringLiteral("sampling.stop_strings"));
    m_stop->setAccessibleName(tr("Stop at this text"));
    m_stop->setToolTip(helpOf("stop_strings"));
    form.addRow(tr("Stop &at"), m_stop);
    connect(m_system, &QPlainTextEdit::textChanged, this, &SamplingPanel::onEdited);
    connect(m_stop, &QLineEdit::textEdited, this, &SamplingPanel::onEdited);
}

void SamplingPanel::addButtons(QFormLayout& form) {
    auto* load = new Button(tr("Load preset..."));
    load->setObjectName(QStringLiteral("loadPreset"));
    auto* save = new Button(tr("Save preset..."));
    save->setObjectName(QStringLiteral("savePreset"));
    auto* row = new QHBoxLayout;
    row->addWidget(load);
    row->addWidget(save);
    row->addStretch();
    form.addRow(row);
    form.addRow(m_error);
    connect(load, &QPushButton::clicked, this, &SamplingPanel::askToLoad);
    connect(save, &QPushButton::clicked, this, &SamplingPanel::askToSave);
}

DecimalBox* SamplingPanel::addNumber(QFormLayout& form, const char* key, const QString& text, double most,
                                     double step) {
    auto* box = new DecimalBox;
    box->setObjectName(QStringLiteral("sampling.") + QLatin1String(key));
    box->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    box->setToolTip(helpOf(key));
    box->setDecimals(2);
    box->setRange(0, most);
    box->setSingleStep(step);
    form.addRow(text, box);
    connect(box, &DecimalBox::valueChanged, this, &SamplingPanel::onEdited);
    return box;
}

QSpinBox* SamplingPanel::addCount(QFormLayout& form, const char* key, const QString& text, int least, int most) {
    auto* box = new QSpinBox;
    box->setObjectName(QStringLiteral("sampling.") + QLatin1String(key));
    box->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    box->setToolTip(helpOf(key));
    box->setRange(least, most);
    form.addRow(text, box);
    connect(box, &QSpinBox::valueChanged, this, &SamplingPanel::onEdited);
    return box;
}

SamplingConfig SamplingPanel::sampling() const {
    for (DecimalBox* box : {m_temperature, m_topP, m_minP, m_penalty})
        box->interpretText(); // one may be asked for before the field is left
    SamplingConfig sampling{.temperature = m_temperature->value(),
                            .topP = m_topP->value(),
                            .topK = m_topK->value(),
                            .minP = m_minP->value(),
                            .repetitionPenalty = m_penalty->value(),
                            .seed = static_cast<std::uint64_t>(m_seed->value()),
                            .maxNewTokens = m_maxTokens->value(),
                            .logprobs = kShownTokens};
    if (!m_stop->text().isEmpty()) sampling.stopStrings.push_back(m_stop->text().toStdString());
    return sampling;
}

QString SamplingPanel::systemPrompt() const {
    return m_system->toPlainText().trimmed();
}

void SamplingPanel::show(const SamplingConfig& sampling) {
    const QSignalBlocker quiet(this);
    m_temperature->setValue(sampling.temperature);
    m_topP->setValue(sampling.topP);
    m_topK->setValue(static_cast<int>(sampling.topK));
    m_minP->setValue(sampling.minP);
    m_penalty->setValue(sampling.repetitionPenalty);
    m_maxTokens->setValue(static_cast<int>(sampling.maxNewTokens));
    m_seed->setValue(static_cast<int>(sampling.seed));
    m_stop->setText(sampling.stopStrings.empty() ? QString() : QString::fromStdString(sampling.stopStrings.front()));
}

void SamplingPanel::onEdited() {
    if (signalsBlocked()) return;
    m_settings.setState(kState, QString::fromStdString(toLine(samplingJson(sampling()))));
    m_settings.setState(kSystemState, systemPrompt());
    Q_EMIT changed();
}

void SamplingPanel::restore() {
    {
        const QSignalBlocker quiet(this);
        m_system->setPlainText(m_settings.state(kSystemState).toString());
    }
    const std::string saved = m_settings.state(kState).toString().toStdString();
    if (saved.empty()) return;
    runInBackground(
        this, [saved] { return parseSampling(parseJson(saved, "the saved sampling")); },
        [this](const SamplingConfig& sampling) {
            show(sampling);
            Q_EMIT changed();
        },
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
        this, [file, json = samplingJson(sampling())] { writeJson(file.toStdString(), json); },
        [this] { m_error->hide(); }, [this](const Error& error) { m_error->showError(error); });
}

} // namespace fettle::ui
