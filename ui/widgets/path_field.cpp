#include "ui/widgets/path_field.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>

namespace fettle::ui {

PathField::PathField(Kind kind, QWidget* parent) : QWidget(parent), m_kind(kind), m_edit(new QLineEdit) {
    auto* browseButton = new IconButton(QStringLiteral("folder"), tr("Choose …"));
    browseButton->setObjectName(QStringLiteral("browse"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kTightGap);
    layout->addWidget(m_edit, 1);
    layout->addWidget(browseButton);
    setFocusProxy(m_edit);
    setAcceptDrops(true);
    m_edit->setAcceptDrops(false); // else it would insert a file:// address
    m_edit->setAccessibleName(kind == Kind::Folder ? tr("Folder") : tr("File"));
    connect(browseButton, &QPushButton::clicked, this, &PathField::browse);
    connect(m_edit, &QLineEdit::textEdited, this, &PathField::pathTyped);
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_edit->isModified()) choose(m_edit->text());
    });
}

void PathField::setPath(const QString& path) {
    m_edit->setText(path);
}

QString PathField::path() const {
    return m_edit->text();
}

void PathField::setFilter(const QString& filter) {
    m_filter = filter;
}

void PathField::setPlaceholderText(const QString& text) {
    m_edit->setPlaceholderText(text);
}

void PathField::browse() {
    auto* dialog = new QFileDialog(this, {}, m_edit->text(), m_filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_kind == Kind::Folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setFileMode(m_kind == Kind::OpenFile ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
        if (m_kind == Kind::SaveFile) dialog->setAcceptMode(QFileDialog::AcceptSave);
    }
    connect(dialog, &QFileDialog::fileSelected, this, &PathField::choose);
    dialog->open();
}

void PathField::choose(const QString& path) {
    m_edit->setText(path);
    m_edit->setModified(false);
    Q_EMIT pathChosen(path);
}

void PathField::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void PathField::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile()) return;
    event->acceptProposedAction();
    choose(urls.front().toLocalFile());
}

SearchField::SearchField(QWidget* parent) : QLineEdit(parent) {
    addAction(icon(QStringLiteral("search"), Ink::Secondary), QLineEdit::LeadingPosition);
    setPlaceholderText(tr("Search"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
}

} // namespace fettle::ui
