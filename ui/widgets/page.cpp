#include "ui/widgets/page.h"

namespace fettle::ui {

Page::Page(QWidget* parent) : QWidget(parent) {}

void Page::open(const QStringList&) {}
void Page::chooseFile() {}
void Page::find() {}
void Page::cancel() {}

} // namespace fettle::ui
