#include "core/base/files.h"
#include "ui/tasks/run_in_background.h"
#include "ui/widgets/charts/chart_base.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSvgGenerator>

// A chart as a picture to take away.
namespace fettle::ui {

void ChartBase::addPictureActions() {
    setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto add = [this](const QString& text, auto slot) {
        auto* action = new QAction(text, this);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
        return action;
    };
    QAction* copy = add(tr("Copy the picture"), &ChartBase::copyPicture);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    add(tr("Save the picture …"), &ChartBase::askWhereToSave);
}

QByteArray ChartBase::svg() {
    catchUp();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    toPainter(&painter, width(), height());
    painter.end();
    return buffer.data();
}

QImage ChartBase::picture() {
    catchUp();
    return toPixmap(width(), height(), 2).toImage();
}

void ChartBase::copyPicture() {
    QGuiApplication::clipboard()->setImage(picture());
}

// Drawn here, written elsewhere: a slow disk may not hold up the window.
void ChartBase::savePicture(const QString& file) {
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    const bool isSvg = file.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    if (!isSvg) picture().save(&png, "PNG");
    const QByteArray bytes = isSvg ? svg() : png.data();
    runInBackground(
        this, [file, bytes] { writeFileAtomically(file.toStdString(), bytes.toStdString()); },
        [this, file] { Q_EMIT saved(file); }, [this](const Error& error) { Q_EMIT saveFailed(error); });
}

void ChartBase::askWhereToSave() {
    auto* dialog = new QFileDialog(this, {}, {}, tr("Pictures (*.png *.svg)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::fileSelected, this, &ChartBase::savePicture);
    dialog->open();
}

} // namespace fettle::ui
