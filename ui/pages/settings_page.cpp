#include "ui/pages/settings_page.h"

#include "ui/text/languages.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/page_column.h"
#include "ui/widgets/path_field.h"
#include "ui/widgets/whole_box.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kLabelWidth = 140, kFieldWidth = 400;

template <class Control>
Control* named(Control* control, const char* objectName, const QString& name) {
    control->setObjectName(QLatin1String(objectName));
    control->setAccessibleName(name);
    return control;
}

QFormLayout* formIn(Card* card) {
    auto* form = new QFormLayout;
    form->setSpacing(kGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop); // of a list, beside its first line
    card->content()->addLayout(form);
    return form;
}

enum class FieldWidth { Short, Full };

// All cards have their labels on one edge and their fields on another.
void addRow(QFormLayout* form, const QString& text, QWidget* field, FieldWidth width = FieldWidth::Short) {
    auto* label = new Label(text);
    label->setWordWrap(false);
    label->setBuddy(field);
    label->setMinimumSize(scaled(kLabelWidth), scaled(kControlHeight));
    if (width == FieldWidth::Short) field->setMaximumWidth(scaled(kFieldWidth));
    form->addRow(label, field);
}

} // namespace

SettingsPage::SettingsPage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_settings(workspace.settings),
      m_theme(named(new QComboBox, "theme", tr("Theme"))), m_language(named(new QComboBox, "language", tr("Language"))),
      m_device(named(new QComboBox, "device", tr("Device"))), m_font(named(new WholeBox, "fontScale", tr("Text size"))),
      m_threads(named(new WholeBox, "threads", tr("Processor threads"))),
      m_runs(new PathField(PathField::Kind::Folder)),
      m_folders(named(new QListWidget, "modelFolders", tr("Folders with models"))),
      m_token(named(new QLineEdit, "hubToken", tr("Hub token"))), m_tokenState(new Label({}, TextRole::Secondary)),
      m_error(new ErrorStrip) {
    auto* column = new PageColumn;
    for (QWidget* part : std::initializer_list<QWidget*>{m_error, makeLooks(), makeDevice(), makeFolders(), makeHub()})
        column->content()->addWidget(part);
    column->content()->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    connect(&m_settings, &Settings::failed, this,
            [this](const QString& problem) { m_error->showMessage(MessageStrip::Kind::Error, problem); });
}

Card* SettingsPage::makeLooks() {
    auto* card = new Card(tr("Appearance"));
    auto* form = formIn(card);
    m_theme->addItem(tr("As the system"), static_cast<int>(Settings::Theme::System));
    m_theme->addItem(tr("Light"), static_cast<int>(Settings::Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Settings::Theme::Dark));
    m_theme->addItem(tr("High contrast"), static_cast<int>(Settings::Theme::HighContrast));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(m_settings.theme())));
    m_font->setRange(75, 200);
    m_font->setSingleStep(5);
    //: Behind a number: percent.
    m_font->setSuffix(tr(" %"));
    m_font->setValue(m_settings.fontPercent());
    m_language->addItem(tr("As the system"), QString());
    for (const QString& language : shippedLanguages())
        m_language->addItem(languageName(language), language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    addRow(form, tr("&Theme"), m_theme);
    addRow(form, tr("Text &size"), m_font);
    addRow(form, tr("&Language"), m_language);
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_settings.setTheme(static_cast<Settings::Theme>(m_theme->currentData().toInt())); });
    connect(m_font, &WholeBox::valueChanged, &m_settings, &Settings::setFontPercent);
    connect(m_language, &QComboBox::activated, this,
            [this] { m_settings.setLanguage(m_language->currentData().toString()); });
    card->content()->addWidget(new Label(tr("The language changes at the next start."), TextRole::Secondary));
    return card;
}

Card* SettingsPage::makeDevice() {
    auto* card = new Card(tr("Device"));
    auto* form = formIn(card);
    m_threads->setRange(0, 4096);
    m_threads->setSpecialValueText(tr("One per core"));
    m_threads->setValue(m_settings.threads());
    addRow(form, tr("&Device"), m_device);
    addRow(form, tr("Processor t&hreads"), m_threads);
    card->content()->addWidget(
        new Label(tr("Used where a run leaves the choice to Fettle, and in Chat."), TextRole::Secondary));
    connect(m_device, &QComboBox::activated, this,
            [this] { m_settings.setDevice(m_device->currentData(DevicesModel::DeviceRole).toString()); });
    connect(m_threads, &WholeBox::valueChanged, &m_settings, &Settings::setThreads);
    m_device->setModel(&m_workspace.devices);
    connect(&m_workspace.devices, &QAbstractItemModel::modelReset, this, &SettingsPage::showDevices);
    showDevices();
    return card;
}

void SettingsPage::showDevices() {
    m_device->setCurrentIndex(std::max(0, m_workspace.devices.rowOf(m_settings.device())));
}

Card* SettingsPage::makeFolders() {
    auto* card = new Card(tr("Folders"));
    auto* form = formIn(card);
    m_runs->setObjectName(QStringLiteral("runsFolder"));
    m_runs->edit()->setObjectName(QStringLiteral("runsFolderPath"));
    m_runs->edit()->setAccessibleName(tr("Folder for runs"));
    m_runs->setPath(m_settings.runsFolder());
    addRow(form, tr("&Runs"), m_runs, FieldWidth::Full);
    addRow(form, tr("&Models"), makeModelFolders(), FieldWidth::Full);
    connect(m_runs, &PathField::pathChosen, &m_settings, &Settings::setRunsFolder);
    connect(&m_settings, &Settings::modelFoldersChanged, this, &SettingsPage::showFolders);
    showFolders(m_settings.modelFolders());
    return card;
}

QWidget* SettingsPage::makeModelFolders() {
    m_folders->setFixedHeight(scaled(96));
    auto* add = named(new Button(tr("Add folder...")), "addModelFolder", tr("Add a folder with models"));
    auto* remove = named(new Button(tr("Remove")), "removeModelFolder", tr("Remove the chosen folder from the list"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folders);
    layout->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &SettingsPage::addFolder);
    connect(remove, &QPushButton::clicked, this, &SettingsPage::removeFolder);
    return box;
}

void SettingsPage::showFolders(const QStringList& folders) {
    m_folders->clear();
    m_folders->addItems(folders);
}

void SettingsPage::addFolder() {
    auto* dialog = new QFileDialog(this, tr("A folder with models"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& folder) { m_settings.setModelFolders(m_settings.modelFolders() << folder); });
    dialog->open();
}

void SettingsPage::removeFolder() {
    const QListWidgetItem* item = m_folders->currentItem();
    if (item == nullptr) return;
    QStringList folders = m_settings.modelFolders();
    folders.removeAll(item->text());
    m_settings.setModelFolders(folders);
}

Card* SettingsPage::makeHub() {
    auto* card = new Card(tr("Hub"));
    addRow(formIn(card), tr("T&oken"), makeToken(), FieldWidth::Full);
    card->content()->addWidget(m_tokenState);
    card->content()->addWidget(
        new Label(tr("Kept in a file that only you can read. Nothing leaves this computer unless a button says so."),
                  TextRole::Secondary));
    connect(&m_settings, &Settings::tokenRead, this, [this](const QString& token) {
        m_token->setText(token);
        m_tokenState->setText(token.isEmpty() ? tr("No token is kept.") : tr("A token is kept."));
    });
    connect(&m_settings, &Settings::tokenWritten, this, [this] {
        m_tokenState->setText(m_token->text().isEmpty() ? tr("The token is removed.") : tr("The token is kept."));
    });
    m_settings.readToken();
    return card;
}

QWidget* SettingsPage::makeToken() {
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Only needed for models that ask for a login"));
    auto* keep = named(new Button(tr("Keep")), "keepToken", tr("Keep the hub token"));
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_token, 1);
    row->addWidget(keep);
    connect(keep, &QPushButton::clicked, this, [this] { m_settings.writeToken(m_token->text().trimmed()); });
    return box;
}

} // namespace fettle::ui
